# Completion of entente's commands, options and the values of options for bash, all read from its own --help.
_entente() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=() choices=
    ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} != -* ]] && command=("${COMP_WORDS[1]}")
    if [[ $current == -* ]]; then
        choices=$(entente "${command[@]}" --help 2>/dev/null | sed -n 's/^  \(-[^ ]*\) .*/\1/p' | tr ',' '\n')
    elif ((COMP_CWORD == 1)); then
        choices=$(entente --help 2>/dev/null | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\).*/\1/p')
    elif [[ $previous == --* ]]; then
        choices=$(entente "${command[@]}" --help 2>/dev/null | grep -e "$previous TEXT" | sed -n 's/^[^{]*:{\([^}]*\)}.*/\1/p' | tr ',' ' ')
    fi
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current")
}
complete -o default -F _entente entente
