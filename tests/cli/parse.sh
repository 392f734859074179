# SPDX-License-Identifier: Apache-2.0
# What `entente parse` keeps and refuses. The analysis itself is measured, not tested.
printf '1\tYes\t_\tINTJ\t_\t_\t0\troot\t_\t_\n\n1\tNo\n\n1\tYes\t_\tINTJ\t_\t_\t0\troot\t_\t_\n' >bad.conllu
entente parse --from conllu bad.conllu
returns 1
says 'bad.conllu:3: expected 10 columns, found 2'
prints "# newdoc
# sent_id = 1
# text = Yes
1	Yes	_	INTJ	_	_	0	root	_	TokenRange=0:3

# sent_id = 2
# text = Yes
1	Yes	_	INTJ	_	_	0	root	_	TokenRange=4:7
"

printf '# newdoc id = d\n1\tIt\t_\t_\t_\t_\t_\t_\t_\t_\n2\tended\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n' >words.conllu
entente parse --from conllu --reparse words.conllu
returns 0
cut -f 2,3,4,7,8 .seen/out | grep -v '^#' >words
printf 'It\tit\tPRON\t2\tnsubj\nended\tend\tVERB\t0\troot\n.\t.\tPUNCT\t2\tpunct\n\n' >expected
same "the analysis of given words" expected words

printf 'damaged' >damaged.model
entente parse --model damaged.model words.conllu
returns 3
says 'entente: damaged.model: not a model file: it is too short'

# The other files are still good.
: >empty.conllu
entente parse --from conllu missing.conllu empty.conllu words.conllu
returns 1
says 'missing.conllu: cannot be opened
empty.conllu: empty: expected a sentence in CoNLL-U'
grep '^# text' .seen/out >found
printf '# text = It ended.\n' >expected
same "the good file" expected found
entente extract --from conllu missing.conllu empty.conllu words.conllu
returns 1
says 'entente: missing.conllu: cannot be opened
entente: empty.conllu: empty: expected a sentence in CoNLL-U'
entente parse missing.txt "$root/examples/statements/china-belgium-call.md"
returns 1
says 'missing.txt: no such file or folder'
grep -c '^# newdoc' .seen/out >found
echo 1 >expected
same "the number of statements" expected found
