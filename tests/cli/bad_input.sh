# Files that are missing, empty, binary or broken: one message each, the right status, and the rest is kept.
cp "$root/examples/statements/china-belgium-call.md" good.md
header='DATE  SOURCE  TYPE  TARGET  MODALITY  EVIDENCE'

refused() { # refused FILE MESSAGE: nothing but the message comes of it
    entente extract "$1"
    returns 1
    prints "$header"
    says "entente: $1$2"
}
refused nowhere.txt ': no such file or folder'

: >empty.txt
refused empty.txt ': empty: expected a statement'

printf '\177ELF\2\1\1\0\0\0' >program.txt
refused program.txt ': a program: expected text, HTML, Markdown or JSON'

echo '<html><body><script>alert(1)</script></body></html>' >page.html
refused page.html ': a page without text'

yes 'China thanked Belgium.' | head -n 1000000 | tr '\n' ' ' >line.txt
refused line.txt ': a statement longer than 16 MiB'

head -c 100000 /dev/zero | tr '\0' '[' >deep.json
refused deep.json ':1:102: nested more than 100 deep
entente: deep.json:1:102: the rest of the file is not read'

# What an archive holds is read, and nothing is written where its names would lead.
mkdir deep deep/er
echo 'The people of Belgium thanked China on Friday.' >letter.txt
tar -czPf outside.tgz --transform 's,^,../../,' letter.txt
cd deep/er || exit 1
"$program" ingest -g ../../outside.db --date 2020-04-03 ../../outside.tgz >../../.seen/out 2>../../.seen/err
status=$?
cd ../.. || exit 1
command='entente ingest outside.tgz'
returns 0
[ "$(find . -name 'letter*' | wc -l)" -eq 1 ] || failed 'expected one letter, found:' < <(find . -name 'letter*')
says 'entente: ../../outside.tgz/../../letter.txt: a path outside the archive: taken as a name only
../../outside.db: 1 statements added, 0 replaced, 0 unchanged; 1 relations in them'

head -c 80000000 /dev/zero | tr '\0' ' ' | gzip -9 >bomb.txt.gz
refused bomb.txt.gz ': expands to more than 250 times its size'

gzip -c "$root/examples/statements/china-belgium-call.md" | head -c 500 >cut.md.gz
refused cut.md.gz ': the archive can'\''t be opened: truncated gzip input'

# A broken line costs itself alone.
printf '%s\n' '{"id": "a", "date": "2020-04-02", "text": "On Monday, the government of China thanked Belgium."}' '{"id": "b", "text": ' \
    '{"id": "c", "date": "2020-04-03", "text": "The people of Belgium thanked China on Friday."}' >broken.ndjson
entente extract broken.ndjson
returns 1
prints_golden broken_line.txt
says 'entente: broken.ndjson:2:21: expected a value, found the end'

# A bad file costs itself alone.
entente ingest -g graph.db empty.txt broken.ndjson nowhere.txt good.md
returns 1
prints ''
grep -q '^graph.db: 3 statements added, 0 replaced, 0 unchanged; ' .seen/err || failed 'expected three statements, found:' <.seen/err

see='Run "entente extract --help" for how to use it.'
entente extract --date yesterday good.md
returns 2
prints ''
says "entente: --date: expected a day as YYYY-MM-DD, found \"yesterday\"
$see"

entente extract --from word good.md
returns 2
prints ''
says "entente: --from: expected text, markdown, html, json, ndjson or conllu, found \"word\"
$see"
