# Questions to a graph: a pair, timelines, paths, ranks, groups, triads and likeness; looking after graph files.
printf '2018-01-05\tChina\tPraise or endorse\tBelgium\n2018-01-06\tBelgium\tMake a visit\tChina\n2018-02-10\tBelgium\tProvide aid\tSyria\n2018-02-11\tSyria\tCriticize or denounce\tFrance\n2018-03-01\tFrance\tConsult\tBelgium\n' >events.tsv
entente import -g g.db events.tsv
returns 0

entente between -g g.db China Belgium
returns 0
says ''
head -n 1 .seen/out >head
echo 'China and Belgium: 2 relations' >expected
same "the first line" expected head
grep -q '^SUPPORT *1  *0  *0  *1$' .seen/out || failed "no count of SUPPORT" <.seen/out
grep -q '^2018-01-06  Belgium  CONSULT  China' .seen/out || failed "no latest relation" <.seen/out

entente between -g g.db PRC Brussels --type support --format csv
returns 0
grep -q '^2018-01-05,China,SUPPORT,Belgium' .seen/out || failed "no relation" <.seen/out
[ "$(wc -l <.seen/out)" -eq 2 ] || failed "more than one relation" <.seen/out

entente between -g g.db China Belgiun
returns 2
prints ''
grep -q 'no party is called "Belgiun"; nearest in the graph: Belgium (BEL)' .seen/err || failed "no suggestion" <.seen/err

entente between -g g.db China Norway
returns 3
prints ''
says 'entente: the graph has no relations of Norway (NOR)'

entente between -g none.db China Belgium
returns 3
says 'entente: none.db: there is no such graph file'

entente between -g g.db China Belgium --from 2018-13-01
returns 2
grep -q -- '--from: expected a date as YYYY-MM-DD, found "2018-13-01"' .seen/err || failed "no reason" <.seen/err

entente path -g g.db China Syria --format csv
returns 0
grep -q '^1,2,2.000,China > Belgium > Syria' .seen/out || failed "no path" <.seen/out

entente path -g g.db China Syria --type conflict
returns 3
says 'entente: no relations of that kind lead from China to Syria'

entente timeline -g g.db --by month --format csv
returns 0
tr -d '\r' <.seen/out | cut -d, -f1,2 >months
printf 'month,all\n2018-01,2\n2018-02,2\n2018-03,1\n' >expected
same "the months" expected months

entente timeline -g g.db --spark
returns 0
prints '2018-01 |██▄| 2018-03'

entente rank -g g.db --by degree -n 1 --format csv
returns 0
grep -q '^1,BEL,Belgium,4.000000' .seen/out || failed "Belgium is not first" <.seen/out

entente communities -g g.db --by connected --format csv
returns 0
grep -q '^1,4,"Belgium, China, France, Syria"' .seen/out || failed "not one group" <.seen/out

entente stats -g g.db --format csv
returns 0
grep -q '^relations,5' .seen/out || failed "not five relations" <.seen/out

entente check -g g.db
returns 0
prints 'g.db: sound, 5 relations'

entente merge more.db g.db
returns 0
prints 'g.db: 0 statements added, 0 replaced, 0 unchanged; 5 relations of event tables added'
says ''

entente compact -g more.db
returns 0
entente check -g more.db
prints 'more.db: sound, 5 relations'

printf 'no graph' >text.db
entente check -g text.db
returns 3
says 'entente: text.db: expected a graph file (an SQLite database), found another kind of file'

entente draw -g g.db --query 'MATCH (a:Country)-[r:SUPPORT]->(b) RETURN a, r, b' -o query.dot
returns 0
says ''
grep -q 'CHN -> BEL' query.dot || failed "no edge of the answer" <query.dot
if grep -q 'BEL -> CHN' query.dot; then failed "an edge that is not in the answer" <query.dot; fi

entente draw -g g.db --query 'MATCH (a:Country) WHERE a.code IN ["BEL", "CHN"] RETURN a' -o query.dot
returns 0
grep -q 'BEL -> CHN' query.dot || failed "no relation between the parties of the answer" <query.dot
if grep -q FRA query.dot; then failed "a party that is not in the answer" <query.dot; fi

entente draw -g g.db --query 'MATCH (a) RETURN count(*)' -o none.dot
returns 3
says "entente: the query's answer has no nodes, relationships or paths to draw: return them whole, as in MATCH (a)-[r]->(b) RETURN a, r, b"
entente draw -g g.db --query 'MATCH (a:Group) RETURN a' -o none.dot
returns 3
says "entente: the query's answer is empty: there is nothing to draw"
entente draw -g g.db --query 'MATCH (a' -o none.dot
returns 2
grep -q -- '--query: query:1:9: ' .seen/err || failed "no place in the query" <.seen/err
[ ! -e none.dot ] || failed "a file for nothing"

entente draw -g g.db --between Syria China -o none.dot
returns 3
grep -q 'g.db: the graph has no relations between Syria and China; there are 2 between ' .seen/err || failed "no other pair" <.seen/err

# A graph too large to draw: what does not fit is left out, and told.
codes='USA CHN RUS GBR FRA DEU ITA ESP PRT NLD BEL LUX DNK NOR SWE FIN EST LVA LTU POL CZE SVK HUN AUT CHE SVN HRV BIH SRB
    MNE MKD ALB GRC BGR ROU MDA UKR BLR TUR CYP SYR LBN ISR JOR IRQ IRN SAU EGY LBY TUN DZA MAR JPN IND BRA'
for a in $codes; do
    for b in $codes; do
        [ "$a" = "$b" ] || printf '%s,%s,040,2020-04-02\n%s,%s,112,2020-04-02\n' "$a" "$b" "$a" "$b"
    done
done >pairs.csv
echo '{"name": "pairs", "header": false, "actors": "iso3", "columns": {"source": 1, "target": 2, "code": 3, "date": 4}}' >pairs.json
entente import -g large.db --mapping pairs.json pairs.csv
returns 0
entente draw -g large.db -o large.svg
returns 0
says 'entente: 5,820 relations and 15 parties did not fit into the picture'
grep -q '5,820 relations and 15 parties left out' large.svg || failed 'the picture does not say it' <large.svg

# What fails leaves the file that was there.
cp large.svg before.svg
entente draw -g large.db --about chess -o large.svg
returns 3
same 'large.svg' before.svg large.svg
(
    trap '' XFSZ
    ulimit -f 64
    "$program" export -g large.db --format nquads -o large.svg 2>.seen/err
    echo $? >status
)
[ "$(cat status)" -eq 3 ] || failed "expected status 3 of a file that may not grow, found $(cat status)" <.seen/err
grep -q 'takes no more' .seen/err || failed 'no reason' <.seen/err
same 'large.svg' before.svg large.svg
[ "$(find . -name 'large.svg*' | wc -l)" -eq 1 ] || failed 'expected one large.svg, found:' < <(find . -name 'large.svg*')

# Triads, likeness, pictures of time, and the graph as it was.
printf '2018-01-05\tChina\tPraise or endorse\tBelgium\n2018-01-06\tBelgium\tPraise or endorse\tFrance\n2018-01-07\tFrance\tCriticize or denounce\tChina\n2018-01-08\tFrance\tPraise or endorse\tSyria\n2019-05-01\tChina\tPraise or endorse\tSyria\n' >triads.tsv
entente import -g t.db triads.tsv
returns 0

entente balance -g t.db
returns 0
says ''
head -n 1 .seen/out >head
echo '2 triads, 0.0 % in balance; pairs of enemies: none in 0, one in 2, two in 0, three in 0' >expected
same "the first line" expected head
entente balance -g t.db --as-of 2018-12-31 --format csv
returns 0
[ "$(wc -l <.seen/out)" -eq 2 ] || failed "not one triad" <.seen/out
grep -q 'enemies' .seen/out || failed "no enemies" <.seen/out

entente similar -g t.db Belgium --format csv
returns 0
grep -q '^1,SYR,Syria,1.0000,2' .seen/out || failed "Syria is not like Belgium" <.seen/out
entente similar -g t.db Belgium Syria --format csv
returns 0
tr -d '\r' <.seen/out >partners
printf 'code,party,with Belgium,with Syria\nCHN,China,1,1\nFRA,France,1,1\n' >expected
same "the partners" expected partners

entente timeline -g t.db --by year -o years.svg
returns 0
prints ''
grep -q '<svg' years.svg || failed "no picture" <years.svg
entente timeline -g t.db --by week -o weeks.svg
returns 2
grep -q -- '-o draws days, months or years: give --by one of these' .seen/err || failed "no reason" <.seen/err

entente between -g t.db China Syria --as-of 2018-12-31
returns 0
prints 'China and Syria: no relations'
entente query -g t.db --as-of 2018-12-31 'MATCH (:Country)-[r]->(:Country) RETURN count(r) AS n' --format csv
returns 0
tr -d '\r' <.seen/out >counted
printf 'n\n4\n' >expected
same "the count" expected counted
entente query -g t.db --as-of 2018 'MATCH (a) RETURN a'
returns 2
grep -q -- '--as-of: expected a date as YYYY-MM-DD, found "2018"' .seen/err || failed "no reason" <.seen/err
