# Completion of roadmap for fish 3.0 and later. Nothing that is typed or that a file says is run or expanded.

function __roadmap_complete
    set -l answer (command roadmap __complete line (commandline -cp | string join \n) </dev/null 2>/dev/null)
    if test "$answer[1]" = files
        __fish_complete_path (commandline -ct)
        return
    end
    set -e answer[1]
    string join \n -- $answer
end

complete -c roadmap -e
complete -c roadmap -f -k -a '(__roadmap_complete)'
