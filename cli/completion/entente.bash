# Completion of entente's commands, options and files for bash. Commands and options are read from its own --help.
_entente() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=() word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == -* ]] && break
        command+=("$word")
        break
    done
    local choices
    case $previous in
        --format) choices=$(entente "${command[@]}" --help 2>/dev/null | sed -n '/--format/,/^ *-/p' | grep -oE '\b[a-z]+\b') ;;
    esac
    if [[ $current == -* ]]; then
        choices=$(entente "${command[@]}" --help 2>/dev/null | grep -oE -- '(^|[ ,])-{1,2}[a-z][a-z-]*' | tr -d ' ,')
    elif ((COMP_CWORD == 1)); then
        choices=$(entente --help 2>/dev/null | sed -n '/^Subcommands:/,$s/^  \([a-z]\+\).*/\1/p')
    fi
    mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current")
}
complete -o default -F _entente entente
