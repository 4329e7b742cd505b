# Common to bash and zsh. Everything is named __maestro_..., nothing is exported but MAESTRO_...
# Names that the shell was given: __maestro_given_NAME is what it was given, MAESTRO_BEFORE_NAME what it had before, for this shell and those inside
# it. A name that the shell's user has changed since is in __maestro_own: it is left alone until it is no longer active.

# Helpers get no values from this shell's environment. Runs in a subshell.
__maestro_run() {
    local __maestro_rest=$__maestro_names, __maestro_name
    while [[ $__maestro_rest == ?*,* ]]; do
        __maestro_name=${__maestro_rest%%,*} __maestro_rest=${__maestro_rest#*,}
        unset -v "$__maestro_name"
    done
    exec "$@"
}

__maestro_start_watch() {
    local __maestro_pid
    __maestro_pid=$( (trap '' INT QUIT && __maestro_run sh "$__maestro_script" watch "$__maestro_dir" "$$") </dev/null >/dev/null 2>&1 & echo $!)
    __maestro_watch=/
    [[ ! -d /proc/self ]] || __maestro_watch=/proc/$__maestro_pid
}

# __maestro_copy FROM TO: value and whether it is exported.
__maestro_copy() {
    unset -v "$2"
    eval "[[ -n \${$1+set} ]]" || return 0
    eval "$2=\$$1"
    if __maestro_is_exported "$1"; then export "${2?}"; fi
}

__maestro_is_as_given() {
    eval "[[ \${$1+set} == \"\${__maestro_given_$1+set}\" && \${$1-} == \"\${__maestro_given_$1-}\" ]]"
}

# __maestro_each COMMAND LIST
__maestro_each() {
    local __maestro_rest=$2, __maestro_name
    while [[ $__maestro_rest == *,* ]]; do
        __maestro_name=${__maestro_rest%%,*} __maestro_rest=${__maestro_rest#*,}
        [[ -z $__maestro_name ]] || "$1" "$__maestro_name"
    done
}

__maestro_note_own() {
    [[ ,$__maestro_own, == *,"$1",* ]] || __maestro_is_as_given "$1" || __maestro_own=$__maestro_own,$1
}

__maestro_take_back() {
    [[ ,$__maestro_new, != *,"$1",* ]] || return 0
    if [[ ,$__maestro_own, == *,"$1",* ]]; then
        __maestro_own=,$__maestro_own, __maestro_own=${__maestro_own/,$1,/,}
    else
        __maestro_copy "MAESTRO_BEFORE_$1" "$1"
    fi
    unset -v "MAESTRO_BEFORE_$1" "__maestro_given_$1"
    [[ ! -e $__maestro_dir/files/$1 ]] || (__maestro_run rm -f "$__maestro_dir/files/$1")
}

__maestro_make_way() {
    if [[ ,$__maestro_own, == *,"$1",* ]]; then
        __maestro_copy "$1" "__maestro_keep_$1"
    elif [[ ,$__maestro_names, != *,"$1",* ]]; then
        __maestro_copy "$1" "MAESTRO_BEFORE_$1"
    fi
    if __maestro_is_fixed "$1"; then __maestro_fixed=$1; fi
}

__maestro_note_given() {
    if eval "[[ \${$1-} == \"\$__maestro_dir/arriving/$1\" ]]"; then
        (__maestro_run mv -f "$__maestro_dir/arriving/$1" "$__maestro_dir/files/$1")
        export "$1=$__maestro_dir/files/$1"
    fi
    eval "__maestro_given_$1=\${$1-}"
    [[ ,$__maestro_own, != *,"$1",* ]] || __maestro_copy "__maestro_keep_$1" "$1"
    unset -v "__maestro_keep_$1"
}

# __maestro_give NAMES ANSWER: the shell has exactly these afterwards. Fails, and changes nothing, when a name is read-only here.
__maestro_give() {
    local __maestro_new=$1 __maestro_fixed=
    __maestro_each __maestro_note_own "$__maestro_names"
    __maestro_each __maestro_make_way "$__maestro_new"
    [[ -z $__maestro_fixed ]] || return 1
    __maestro_each __maestro_take_back "$__maestro_names"
    unset -v MAESTRO_REVISION MAESTRO_VARIABLES MAESTRO_UNAVAILABLE
    # shellcheck disable=SC2034 # the answer uses it
    MAESTRO_FILES=$__maestro_dir/arriving
    eval "$2"
    unset -v MAESTRO_FILES
    __maestro_names=$__maestro_new
    __maestro_each __maestro_note_given "$__maestro_names"
}

__maestro_say() {
    printf 'maestro-env: %s\n' "$1" >&2
}

# __maestro_say_once SENTENCE: unless it is what was said last.
__maestro_say_once() {
    [[ $1 == "$__maestro_said" ]] || __maestro_say "$1"
    __maestro_said=$1
}

__maestro_say_recovered() {
    [[ -z $__maestro_failing ]] || [[ -z $__maestro_said ]] || __maestro_say "Maestro is back; this shell has what is active now"
    __maestro_failing='' __maestro_said=
}

# One refresh. What fails is tried again after a moment; what could not be refreshed for a minute is taken away.
__maestro_refresh() {
    local __maestro_answer __maestro_status __maestro_given __maestro_unavailable=${MAESTRO_UNAVAILABLE-}
    __maestro_unfinished=1
    [[ -e $__maestro_watch ]] || __maestro_start_watch
    __maestro_answer=$(__maestro_run sh "$__maestro_script" shell-fetch "$__maestro_dir" "$__maestro_tag" 2>/dev/null)
    __maestro_status=$?
    if ((__maestro_status == 0)); then
        __maestro_given=${__maestro_answer%%$'\n'*} __maestro_answer=${__maestro_answer#*$'\n'}
        if __maestro_give "$__maestro_given" "${__maestro_answer#*$'\n'}"; then
            __maestro_tag=${__maestro_answer%%$'\n'*}
            __maestro_say_recovered
            [[ -z ${MAESTRO_UNAVAILABLE-} || $MAESTRO_UNAVAILABLE == "$__maestro_unavailable" ]] ||
                __maestro_say "could not be delivered: $MAESTRO_UNAVAILABLE"
        else
            __maestro_fail 'a variable that is active is read-only or an array in this shell; use maestro-env exec'
        fi
    elif ((__maestro_status == 3)); then
        __maestro_say_recovered
    else
        __maestro_fail "$(__maestro_why "$__maestro_status")"
    fi
    __maestro_unfinished=
}

__maestro_why() {
    case $1 in
    77) echo 'the session of this sandbox has ended, or its token is no longer valid' ;;
    78) echo 'this sandbox is not enrolled; run maestro-env enroll' ;;
    *) echo 'Maestro has not answered for a minute' ;;
    esac
}

# What the user changed stays the user's when all of it is back.
__maestro_fail() { # SENTENCE
    local __maestro_mine
    [[ -n $__maestro_failing ]] || __maestro_failing=$(__maestro_run date +%s)
    : >|"$__maestro_dir/retry"
    if ((__maestro_status != 0 && __maestro_status != 69 && __maestro_status != 70)) || [[ -e $__maestro_dir/away ]] ||
        (($(__maestro_run date +%s) - __maestro_failing >= __maestro_grace)); then
        [[ -z $__maestro_names ]] || __maestro_say "$1; what it gave to this shell is removed"
        [[ -n $__maestro_names ]] || __maestro_say_once "$1"
        __maestro_said=$1
        __maestro_mine=$__maestro_own
        __maestro_give '' ''
        __maestro_own=$__maestro_mine __maestro_tag=
    fi
}

if [[ -z ${__maestro_dir-} ]] && __maestro_is_supported; then
    __maestro_dir=$__maestro_prefix.$RANDOM.$$ __maestro_names=${MAESTRO_VARIABLES-} __maestro_own='' __maestro_tag=''
    __maestro_failing='' __maestro_said='' __maestro_unfinished=1 __maestro_watch=''
    __maestro_each __maestro_note_given "$__maestro_names"
    if (umask 077 && __maestro_run mkdir -p "$__maestro_dir/files" "$__maestro_dir/arriving"); then
        __maestro_install
        eval "${__maestro_set_trap-}"
    else
        __maestro_say 'cannot make a private directory; this shell does not follow what is active'
    fi
fi
