# bash completion for mingji                                   -*- shell-script -*-
# Written by packaging/completion.py from the help of the program.

_mingji_commands='@COMMANDS@'

# What a command takes, one a line: an option and the word for its value, or the name of an argument.
_mingji_takes()
{
    case $1 in
@TAKES@
    esac
}

# The words that may stand next after the words that were typed.
_mingji_next()
{
    local typed=$1 line
    while IFS= read -r line; do
        if [[ $line == "$typed"* && $line != "$typed" ]]; then
            line=${line#"$typed"}
            printf '%s\n' "${line%% *}"
        fi
    done <<<"$_mingji_commands"
}

# Values of the kind that the help names.
_mingji_values()
{
    case $1 in
        *FILE*) compgen -f -- "$2" ;;
        DIR) compgen -d -- "$2" ;;
        FORMAT) compgen -W 'table json' -- "$2" ;;
        LANG) compgen -W 'zh en' -- "$2" ;;
    esac
}

_mingji()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command='' typed='' word value options='--help' kind='' argument=''
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        typed+=${typed:+ }$word
        if [[ $'\n'$_mingji_commands$'\n' == *$'\n'"$typed"$'\n'* ]]; then
            command=$typed
        fi
    done
    if [[ -z $command ]]; then
        options+=" $(_mingji_next "${typed:+$typed }")"
        if [[ -z $typed ]]; then
            options+=' --version'
        fi
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
        return
    fi
    while read -r word value; do
        if [[ $word != --* ]]; then
            argument+=$word
        else
            options+=" $word"
            if [[ $word == "$previous" ]]; then
                kind=$value
            fi
        fi
    done < <(_mingji_takes "$command")
    if [[ -z $kind && $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
        return
    fi
    kind=${kind:-$argument}
    if [[ $kind == *FILE* || $kind == DIR ]]; then
        compopt -o filenames
    fi
    mapfile -t COMPREPLY < <(_mingji_values "$kind" "$current")
}

complete -F _mingji mingji
