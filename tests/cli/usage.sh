# A wrong command line: status 2, nothing printed, and a hint.
see='Run "entente --help" for how to use it.'

entente
returns 2
prints ''
says "entente: expected a command
$see"

entente exprot
returns 2
prints ''
says "entente: unknown command \"exprot\"; did you mean \"export\"?
$see"

entente sing
returns 2
says "entente: unknown command \"sing\"
$see"

entente --versoin
returns 2
says "entente: unknown option \"--versoin\"; did you mean \"--version\"?
$see"

entente $'scor\ne'
returns 2
says "entente: unknown command \"scor\\ne\"; did you mean \"score\"?
$see"

see='Run "entente score --help" for how to use it.'

entente score --mises a b
returns 2
prints ''
says "entente: unknown option \"--mises\"; did you mean \"--misses\"?
$see"

entente score --mises=yes a b
returns 2
says "entente: unknown option \"--mises\"; did you mean \"--misses\"?
$see"

entente score
returns 2
says "entente: predictions is required
$see"

entente score a b --by colour
returns 2
says "entente: --by: colour not in {type,actor}
$see"

# Help and version are results.
entente --version
returns 0
prints 'entente 0.1.0'
says ''

# Every command has a help that ends with an example.
for name in $("$program" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\) .*/\1/p'); do
    entente "$name" --help
    returns 0
    says ''
    tail -n 5 .seen/out | grep -q "entente $name" || failed "expected an example at the end of the help, found:" < <(tail -n 5 .seen/out)
done

# Every command is in the manual page.
for name in $("$program" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\) .*/\1/p'); do
    grep -q "^.It Ic $name$" "$root/cli/man/entente.1" || { command="entente $name"; failed "is not in the manual page" </dev/null; }
done
