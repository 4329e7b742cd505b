# --- waiting for a revision ----------------------------------------------------------------------------------------------------------------

me_wait() {
    me_revision='' me_timeout=60
    while [ $# -gt 0 ]; do
        me_is_number "${2-}" || me_wrong_usage "$1 needs a number"
        case $1 in
        --revision) me_revision=$2 ;;
        --timeout) me_timeout=$2 ;;
        *) me_wrong_usage "unknown option of wait" ;;
        esac
        shift 2
    done
    [ -n "$me_revision" ] || me_wrong_usage "wait needs --revision"
    me_await
}

# Returns as soon as me_revision can be fetched, or ends the script after me_timeout seconds.
me_await() {
    me_deadline=$(($(date +%s) + me_timeout))
    # a subshell, because a revision that is not there yet ends the script
    (me_wait_once 2>/dev/null)
    while [ $? -eq 75 ] && [ "$(date +%s)" -lt "$me_deadline" ]; do (me_wait_once 2>/dev/null); done
    me_wait_once
}

# Waits for what is left of the time, at most ten seconds.
me_wait_once() {
    me_rest=$((me_deadline - $(date +%s)))
    [ "$me_rest" -ge 0 ] || me_rest=0
    [ "$me_rest" -le 10 ] || me_rest=10
    me_fetch "variables?revision=$me_revision&wait=PT${me_rest}S" text/plain
}

