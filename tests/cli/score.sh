# Figures of the fixture were counted by hand.
ln -s "$data/scoring"/* .

entente score predictions.ndjson gold sentences.jsonl
returns 0
prints_golden score.txt
says 'predictions for 1 document without annotations are left out'

entente score --by actor predictions.ndjson gold
returns 0
prints_golden score_by_actor.txt
says 'predictions for 3 documents without annotations are left out'

entente score --misses predictions.ndjson gold sentences.jsonl
returns 0
prints_golden score_misses.txt

# From a pipe, and with broken lines among the others.
entente score - gold sentences.jsonl <predictions.ndjson
returns 0
prints_golden score.txt

(printf 'oops\n'; cat predictions.ndjson; printf '{"document": 1}\n') >damaged.ndjson
entente score damaged.ndjson gold sentences.jsonl
returns 1
prints_golden score.txt
says 'damaged.ndjson:1:1: expected JSON: Invalid value.
damaged.ndjson:11: expected a string for "source", found none
predictions for 1 document without annotations are left out'

entente score predictions.ndjson nowhere
returns 3
prints ''
says 'entente: nowhere: No such file or directory'

entente score nowhere.ndjson gold
returns 3
prints ''
says 'entente: nowhere.ndjson: No such file or directory'

printf '{"id": "x",\n "text": 7}' >seven.json
entente score predictions.ndjson seven.json
returns 3
says 'entente: seven.json: expected a string for "text", found a number'
