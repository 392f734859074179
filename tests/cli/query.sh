# Questions that are wrong or want too much, snapshots that are not what they should be, and disks that fill.
printf '2018-01-05\tChina\tPraise or endorse\tBelgium\n2018-02-10\tBelgium\tProvide aid\tSyria\n2018-02-11\tSyria\tCriticize or denounce\tFrance\n' >events.tsv
entente import -g g.db events.tsv
returns 0

entente query -g g.db 'MATCH (a)
RETRUN a'
returns 2
prints ''
says 'entente: query:2:1: expected "-", ",", WHERE, OPTIONAL MATCH, MATCH, UNWIND, WITH or RETURN, found "RETRUN"'
entente query -g g.db 'MATCH (a)-[r]->(b) RETURN r.dat'
says 'entente: query:1:28: relationships have no property "dat"; did you mean date?'
entente query -g g.db 'MATCH (a:Contry) RETURN a'
says 'entente: query:1:10: there is no label "Contry"; did you mean Country?'
entente query -g g.db 'RETURN $x'
says 'entente: query:1:8: no value is given for the parameter $x'
entente query -g g.db "RETURN $(head -c 300 /dev/zero | tr '\0' '(')1"
returns 2
says 'entente: query:1:108: the query is nested more than 100 deep'
entente query -g g.db "RETURN $(for i in {1..600}; do printf '1+'; done)1 AS x"
returns 2
says 'entente: query:1:1005: the expression is nested more than 500 deep'

# A product that explodes, in rows, time and memory.
product='MATCH (a),(b),(c),(d),(e),(f),(g),(h),(i),(j),(k),(l),(m),(n),(o),(p),(q),(r),(s),(t)'
entente query -g g.db --max-rows 3 "$product RETURN a.code" --format csv
returns 0
[ "$(wc -l <.seen/out)" -eq 4 ] || failed "not three rows" <.seen/out
grep -q '^entente: there are more rows than the 3 that --max-rows allows$' .seen/err || failed "no reason" <.seen/err
grep -q '^entente: the patterns are not connected' .seen/err || failed "no warning" <.seen/err
entente query -g g.db --timeout 0.2 "$product RETURN count(*)" --format csv
returns 3
grep -q '^entente: the query took longer than 200 ms$' .seen/err || failed "no reason" <.seen/err
entente query -g g.db --max-memory 1 'UNWIND range(1,1000000) AS x RETURN collect(x)'
returns 3
says 'entente: the query needs more than 1 MiB of memory: restrict it, or allow more'

# The pattern of a regular expression can't make it slow.
entente query -g g.db "UNWIND ['$(head -c 5000 /dev/zero | tr '\0' a)'] AS t RETURN t =~ '(a+)+b' AS m" --timeout 10 --format tsv
returns 0
prints 'm
false'

command='entente query, interrupted'
"$program" query -g g.db --timeout 0 "$product RETURN count(*)" >.seen/out 2>.seen/err &
running=$!
sleep 0.5
kill -INT "$running"
wait "$running"
status=$?
returns 3
grep -q '^entente: the query was interrupted$' .seen/err || failed "no reason" <.seen/err

# A snapshot that was cut short, damaged, or is of another graph is made again.
count='MATCH ()-[r]->() RETURN count(r) AS n'
cp g.db.snapshot whole
answers_three() {
    entente query -g g.db "$count" --format tsv
    returns 0
    prints 'n
3'
    says ''
}
head -c 100 whole >g.db.snapshot
answers_three
head -c 5000 whole >g.db.snapshot
answers_three
head -c 200 whole | tr '\0' '\1' >g.db.snapshot
tail -c +201 whole >>g.db.snapshot
answers_three
: >g.db.snapshot
answers_three
printf '2018-01-05\tChina\tPraise or endorse\tNorway\n' >other.tsv
entente import -g other.db other.tsv
cp other.db.snapshot g.db.snapshot
answers_three
entente check -g g.db
returns 0

# with_room_for KIB WORD...: runs entente where no file may grow beyond so much.
with_room_for() {
    (
        trap '' XFSZ
        ulimit -f "$1"
        shift
        "$program" "$@" >.seen/out 2>.seen/err
    )
    status=$?
}

# A disk that fills: what was there stays, and the import goes on afterwards.
for year in {1960..2009}; do
    for day in {10..28}; do
        printf "$year-%s-$day\tFrance\tCriticize or denounce\tSyria\n" 01 02 03 04 05 06
    done
done >many.tsv
command='entente import, on a full disk'
with_room_for 180 import -g g.db many.tsv
returns 3
grep -q '^entente: g.db: ' .seen/err || failed "no reason" <.seen/err
entente check -g g.db
prints 'g.db: sound, 3 relations'
command='entente query, on a full disk'
rm g.db.snapshot
with_room_for 40 query -g g.db "$count" --format tsv
returns 0
prints 'n
3'
entente import -g g.db many.tsv
returns 0
entente check -g g.db
prints 'g.db: sound, 5703 relations'
rm g.db.snapshot
command='entente query, without room for a snapshot'
with_room_for 40 query -g g.db "$count" --format tsv
returns 0
prints 'n
5703'
[ ! -e g.db.snapshot ] || failed "half a snapshot" <.seen/err
ls g.db.snapshot.* >left 2>/dev/null && failed "a draft was left behind" <left
