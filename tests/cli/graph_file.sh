# Graph files that can't be used, and disks that take no more.
cp "$root/examples/statements/china-belgium-call.md" good.md
entente ingest -g graph.db good.md
returns 0

# The same again changes nothing.
entente ingest -g graph.db good.md
returns 0
grep -q '^graph.db: 0 statements added, 0 replaced, 1 unchanged; ' .seen/err || failed 'expected no change, found:' <.seen/err

entente export -g nowhere.db --format nquads
returns 3
prints ''
says 'entente: nowhere.db: there is no such graph file'

echo 'This is a letter and not a graph file at all.' >letter.db
for command_line in 'ingest -g letter.db good.md' 'export -g letter.db --format nquads'; do
    entente $command_line
    returns 3
    prints ''
    says 'entente: letter.db: expected a graph file (an SQLite database), found another kind of file'
done

cp graph.db newer.db
sqlite3 newer.db 'pragma user_version = 99'
entente ingest -g newer.db good.md
returns 3
says 'entente: newer.db: the graph has schema version 99, this program knows versions up to 3; use a newer one'

# An older file is brought up to date, and kept as it was.
cp graph.db old.db
sqlite3 old.db 'drop table removed_relations; drop view relations_in_words; create view relations_in_words as select seq from relations; pragma user_version = 1'
entente ingest -g old.db good.md
returns 0
grep -qF 'entente: old.db: brought from schema version 1 to 3; the file as it was is kept as old.db.v1-backup' .seen/err ||
    failed 'expected the upgrade to be told, found:' <.seen/err
[ "$(sqlite3 old.db.v1-backup 'pragma user_version')" = 1 ] || failed 'expected a copy of version 1' </dev/null

entente ingest -g no/such/folder.db good.md
returns 3
says "entente: no/such/folder.db: can't be opened: No such file or directory"

# A limit on the size of files stands for a full disk.
(
    trap '' XFSZ
    ulimit -f 40
    "$program" ingest -g small.db good.md
) >.seen/out 2>.seen/err
status=$?
command='entente ingest -g small.db good.md, with 40 KiB'
returns 3
prints ''
says "entente: small.db: the graph file can't be read or written: disk I/O error"
entente ingest -g small.db good.md
returns 0
grep -q '^small.db: 1 statements added, ' .seen/err || failed 'expected the statement to be added, found:' <.seen/err

if [ -e /dev/full ]; then
    "$program" extract --format ndjson good.md >/dev/full 2>.seen/err
    status=$?
    command='entente extract --format ndjson good.md >/dev/full'
    returns 3
    says 'entente: standard output takes no more'
fi

# Another process is writing, and goes on for longer than we wait.
(
    echo 'begin immediate;'
    sleep 13
) | sqlite3 graph.db &
sleep 1
cp "$root/examples/statements/notes.ndjson" .
entente ingest -g graph.db notes.ndjson
returns 3
prints ''
grep -Eq '^entente: graph.db: process [0-9]+ \(sqlite3\) is writing to the graph file; try again when it is done$' \
    .seen/err || failed 'expected who writes, found:' <.seen/err
wait
entente ingest -g graph.db notes.ndjson
returns 0

# A file that may not be written is read all the same. Root may write everything, and becomes nobody here.
chmod 444 graph.db
chmod 755 "$work"
as_nobody=()
[ "$(id -u)" -ne 0 ] || as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if "${as_nobody[@]}" "$program" --version >/dev/null 2>&1; then
    "${as_nobody[@]}" "$program" ingest -g graph.db - <good.md >.seen/out 2>.seen/err
    status=$?
    command='entente ingest into a file that may not be written'
    returns 3
    prints ''
    says "entente: graph.db: the graph file can't be written: it or its folder is read-only"
fi
