# Looking up parties and who led them, and making tables of a dump.
entente actors Beijing --at 2020-04-02
returns 0
says ''
head -n 2 .seen/out >head
cat >expected <<'END'
CHN  China  (country)
  wikidata            http://www.wikidata.org/entity/Q148
END
same "the first lines" expected head
grep -q '^  foreign_minister    Foreign Minister Wang Yi, 2013-03-16 to 2022-12-30$' .seen/out || failed "no Wang Yi" <.seen/out

entente actors Draghi --at 2021-08-20
returns 0
grep -q '^  Mario Draghi: Prime Minister of Italy, 2021-02-13 to 2022-10-22$' .seen/out || failed "no Draghi" <.seen/out

entente actors Belgim
returns 2
prints ''
grep -q 'no party is called "Belgim"; nearest: Belgium (BEL)' .seen/err || failed "no suggestion" <.seen/err

entente actors Belgium --at yesterday
returns 2
grep -q 'expected a date as YYYY-MM-DD, found "yesterday"' .seen/err || failed "no reason" <.seen/err

printf 'code\tkind\tname\nNSA:OURS\tgroup\tOur Group\nBE\tcountry\tBelgium\n' >ours.tsv
entente actors 'our group' --actors ours.tsv
returns 1
prints 'NSA:OURS  Our Group  (group)'
says 'entente: ours.tsv:3:1: expected a party code such as BEL, IGO:EU or NSA:HAMAS, found "BE"'

printf 'OUR_ARMY_ [BELMIL]\n' >ours.txt
entente actors 'our army' --actors ours.txt --format csv --at 1995-01-01
returns 0
grep -q '^BEL,country,Belgium,Q31,King Albert II,Prime Minister Jean-Luc Dehaene,Foreign Minister Frank Vandenbroucke,' .seen/out || failed "no Belgium" <.seen/out

entente actors import "$data/actors/wikidata.json.bz2" -o tables
returns 0
prints ''
says '3 parties and 3 terms of office written to tables'
grep -q '^BEL	country	Belgium	Q31' tables/parties.tsv || failed "no Belgium" <tables/parties.tsv

entente actors import absent.json -o tables
returns 3
says "entente: absent.json: can't be opened for reading"
