# For bash 4.4 and later. The DEBUG trap runs before each command that is not in a function, and in a script that evaluates this; unless
# something changed it is one test. A DEBUG trap and a PROMPT_COMMAND that are there already stay.
__maestro_is_supported() {
    ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)) && return
    __maestro_say 'bash before 4.4 cannot follow what is active; use maestro-env exec'
    return 1
}

__maestro_is_exported() { [[ ${!1@a} == *x* ]]; }
__maestro_is_fixed() { [[ ${!1@a} == *[raA]* ]]; }

__maestro_update() {
    { local - && set +abefnuvxCT; } 2>/dev/null
    local IFS=$' \t\n'
    __maestro_refresh
}

__maestro_check() {
    [[ -z $__maestro_unfinished && ! -e $__maestro_dir/stale && -e $__maestro_watch ]] || __maestro_update
}

__maestro_return() {
    return "$1"
}

# __maestro_ran is the exit status and one, so that it is something; an assignment would change $_.
# shellcheck disable=SC2016 # for the trap
__maestro_test='((__maestro_ran = $? + 1))
[[ -n $__maestro_unfinished || -e $__maestro_dir/stale || ! -e $__maestro_watch ]] && __maestro_update "$_"
'

# Evaluated where no function is running, because a function does not see the trap. Another may have set one since: it runs after this one. Tools
# of the bash-preexec kind keep the trap to themselves and call functions.
# shellcheck disable=SC2016
__maestro_set_trap='if [[ -n ${bash_preexec_imported:-${__bp_imported:-}} ]]; then
    [[ " ${preexec_functions[*]-} " == *" __maestro_check "* ]] || preexec_functions+=(__maestro_check)
else
    __maestro_theirs=$(trap -p DEBUG)
    if [[ $__maestro_theirs != *__maestro_ran* ]]; then
        __maestro_theirs=${__maestro_theirs#trap -- } __maestro_theirs=${__maestro_theirs% DEBUG}
        eval "__maestro_theirs=${__maestro_theirs}"
        if [[ -n $__maestro_theirs ]]; then
            __maestro_theirs="__maestro_return \"\$((__maestro_ran - 1))\" \"\$_\"; $__maestro_theirs"
        fi
        trap -- "$__maestro_test${__maestro_theirs:-: \"\$_\"}" DEBUG
    fi
fi'

__maestro_install() {
    # shellcheck disable=SC2016
    local __maestro_prompt='[[ -n ${__maestro_ran-} ]] || eval "${__maestro_set_trap-}"; __maestro_ran='
    [[ -z ${PROMPT_COMMAND-} ]] || __maestro_prompt=$'\n'$__maestro_prompt
    PROMPT_COMMAND=${PROMPT_COMMAND-}$__maestro_prompt
}
