# Every command that answers with a table has it in six forms.
statement=$root/examples/statements/china-belgium-call.md
entente ingest -g g.db "$statement"
returns 0
printf '2018-02-10\tBelgium\tProvide aid\tSyria\n2018-02-11\tSyria\tCriticize or denounce\tFrance\n2018-02-12\tFrance\tProvide aid\tBelgium\n' >events.tsv
entente import -g g.db events.tsv
returns 0

# has_all_forms WORD...: the forms hold as many rows of as many fields each.
has_all_forms() {
    entente "$@" --format table
    returns 0
    entente "$@" --format tsv
    returns 0
    local rows=$(($(wc -l <.seen/out) - 1)) fields
    fields=$(head -n 1 .seen/out | awk -F '\t' '{print NF}')
    awk -F '\t' -v n="$fields" 'NF != n' .seen/out >odd
    [ ! -s odd ] || failed "rows without $fields fields:" <odd
    [ "$rows" -ge 1 ] || failed 'no rows' </dev/null
    entente "$@" --format csv
    returns 0
    [ "$(head -n 1 .seen/out | tr -d '\r' | awk -F ',' '{print NF}')" -eq "$fields" ] ||
        failed "expected $fields columns, found:" < <(head -n 1 .seen/out)
    entente "$@" --format ndjson
    returns 0
    [ "$(wc -l <.seen/out)" -eq "$rows" ] || failed "expected $rows lines, found:" <.seen/out
    entente "$@" --format json
    returns 0
    sed -e '1{/^\[$/!d;d}' -e '$d' -e 's/^  //' -e 's/,$//' .seen/out >list
    entente "$@" --format ndjson
    same 'the JSON list, line by line,' .seen/out list
    entente "$@" --format markdown
    returns 0
    [ "$(grep -c '^| .* |$' .seen/out)" -eq $((rows + 2)) ] || failed "expected $((rows + 2)) lines, found:" <.seen/out
}

has_all_forms extract "$statement"
has_all_forms query -g g.db 'MATCH (a)-[r]->(b) RETURN a.code, r.type, r.date, b.name ORDER BY r.id'
has_all_forms stats -g g.db
has_all_forms rank -g g.db
has_all_forms timeline -g g.db
has_all_forms between -g g.db CHN BEL
has_all_forms path -g g.db SYR BEL
has_all_forms communities -g g.db
has_all_forms similar -g g.db BEL
has_all_forms balance -g g.db
has_all_forms actors --kind organization

entente extract --format xml "$statement"
returns 2
prints ''
