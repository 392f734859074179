# What export writes, ingest and import read back: exported again, it is the same bytes.
printf '2018-01-05\tChina\tPraise or endorse\tBelgium\n2018-01-06\tBelgium\tMake a visit\tChina\n' >events.tsv
entente ingest -g first.db "$root/examples/statements/china-belgium-call.md" "$root/examples/statements/ethiopia-eritrea-2018-07-09.html" events.tsv
returns 0
for format in jsonld ndjsonld nquads; do
    case $format in nquads) file=first.nq ;; *) file=first.$format ;; esac
    entente export -g first.db --format $format -o "$file"
    returns 0
    for reader in ingest import; do
        rm -f again.db*
        entente "$reader" -g again.db "$file"
        returns 0
        entente export -g again.db --format $format -o again
        returns 0
        same "$file after $reader" "$file" again
        entente "$reader" -g again.db "$file" # nothing is new
        returns 0
        entente export -g again.db --format $format -o again
        same "$file after $reader twice" "$file" again
    done
done

# A statement that an export brought is known when it is read itself.
entente ingest -g again.db "$root/examples/statements/china-belgium-call.md"
returns 0
grep -q '^again.db: 0 statements added, 0 replaced, 1 unchanged; ' .seen/err || failed 'expected no change, found:' <.seen/err

# Graphs, tables and statements in one call.
entente ingest -g mixed.db first.nq events.tsv "$root/examples/statements/china-belgium-call.md"
returns 0
entente export -g mixed.db --format nquads -o mixed.nq
same "first.nq with its own parts" first.nq mixed.nq
