# Event tables into a graph file, again, with broken rows, by a mapping, and as a panel.
printf 'date\tsource\tevent\ttarget\n2018-08-29\tSouth Korea\tConsult\tJapan\n2018-08-29\tJapan\tConsult\tSouth Korea\n2018-08-30\tPolice (India)\tAccuse\tChina\n2018-08-30\tNobody\tAccuse\tChina\nsomeday\tIndia\tAccuse\tChina\n' >events.tsv

entente import -g relations.db events.tsv --rejects rejects.tsv
returns 1
prints '           5  rows read
           3   60.0 %  kept
           1   20.0 %  left out: source or target unknown
           1   20.0 %  refused: impossible date

most frequent of 1 unknown actors
           1  Nobody

           2  relations added
           1  relations that the graph had'
says ''
[ "$(cat rejects.tsv)" = $'events.tsv\t6\texpected a date, found "someday"\tsomeday\tIndia\tAccuse\tChina' ] ||
    failed 'rejects.tsv is:' <rejects.tsv

# The same again is known.
entente import -g relations.db events.tsv
returns 0
prints '           0  rows read

           0  relations added
           0  relations that the graph had
           1  tables read before'

entente import -g strict.db --strict events.tsv
returns 3
says 'entente: events.tsv:6: expected a date, found "someday"'

entente import --dry-run events.tsv
returns 1
prints_golden import_dry_run.txt

gzip -k events.tsv
mkdir folder
mv events.tsv.gz folder
entente import -g zipped.db folder
returns 1

entente panel -g relations.db --by month --codes cow
returns 0
prints_golden panel.csv
says ''

entente import -g mapped.db --mapping "$root/examples/mappings/visits.json" "$root/examples/mappings/visits.csv"
returns 0
entente import -g mapped.db --mapping "$root/examples/mappings/treaties.toml" "$root/examples/mappings/treaties.tsv"
returns 0
entente panel -g mapped.db --by year --undirected --format tsv
returns 0
prints_golden panel_mapped.tsv

# A mapping says the same in TOML as in JSON.
entente import --dry-run --mapping "$root/examples/mappings/visits.json" "$root/examples/mappings/visits.csv"
mv .seen/out by_json.txt
entente import --dry-run --mapping "$root/examples/mappings/visits.toml" "$root/examples/mappings/visits.csv"
returns 0
same 'the rows by TOML' by_json.txt .seen/out

printf 'name = "visits"\n[columns]\nsorce = "from"\n' >wrong.toml
entente import -g wrong.db --mapping wrong.toml "$root/examples/mappings/visits.csv"
returns 3
says 'entente: wrong.toml:3:1: expected a field such as source, target, code or date in "columns", found "sorce"'

# ingest knows a table when it meets one, among statements too.
entente ingest -g ingested.db events.tsv
returns 1
says ''
entente panel -g ingested.db --by month --codes cow
prints_golden panel.csv

printf 'a,b\n1,2\n' >other.csv
entente import -g other.db other.csv missing.csv
returns 3
says 'entente: missing.csv: no such file or folder'
entente import -g other.db other.csv
returns 1
says 'entente: other.csv: no table that is known: expected one of "entente import --help", or a mapping file'
entente import -g other.db --from runes other.csv
returns 2
