# What bash completes.
mkdir bin
ln -s "$program" bin/entente
PATH=$PWD/bin:$PATH
unset -f entente
. "$root/cli/completion/entente.bash"
completes() { # completes EXPECTED WORD...: the last word is the one to complete
    local expected=$1
    shift
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _entente
    [ "${COMPREPLY[*]}" = "$expected" ] || { command="$*"; failed "expected \"$expected\", found \"${COMPREPLY[*]}\"" </dev/null; }
}
completes score entente sco
completes --misses entente score --mis
completes 'type actor' entente score --by ''
completes --version entente --ver
completes '' entente score predi
