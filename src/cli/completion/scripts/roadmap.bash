# Completion of roadmap for bash 3.2 and later. Nothing that is typed or that a file says is run or expanded.

_roadmap() {
  local IFS=$'\n' line typed
  local -a lines
  COMPREPLY=()
  while read -r line; do lines[${#lines[@]}]=$line; done <<<"$(
    command roadmap __complete line "${COMP_LINE:0:COMP_POINT}" </dev/null 2>/dev/null
  )"
  if [[ ${lines[0]} == files ]]; then
    compopt -o default 2>/dev/null && return
    while read -r line; do COMPREPLY[${#COMPREPLY[@]}]=$line; done <<<"$(compgen -f -- "$2")"
    return
  fi
  compopt -o nosort 2>/dev/null
  # Readline replaces what stands behind the last of COMP_WORDBREAKS, such as the = of --status=done.
  typed=${COMP_LINE:0:COMP_POINT}
  typed=${typed##*[[:space:]]}
  [[ $2 == [=:] ]] || typed=${typed%"$2"}
  [[ $typed == *[=:] && $COMP_WORDBREAKS == *"${typed: -1}"* ]] || typed=
  for line in "${lines[@]:1}"; do
    line=${line%%$'\t'*}
    line=${line#"$typed"}
    # Between quotes nothing needs a backslash: there are only letters, digits, blanks and signs that mean nothing.
    [[ ${COMP_WORDS[COMP_CWORD]} == [\'\"]* ]] || printf -v line %q "$line"
    COMPREPLY[${#COMPREPLY[@]}]=$line
  done
}

complete -F _roadmap roadmap
