# --- exec ----------------------------------------------------------------------------------------------------------------------------------

me_exec() {
    me_revision=0 me_timeout=10
    while :; do
        case ${1-} in
        --revision | --timeout)
            me_is_number "${2-}" || me_wrong_usage "$1 needs a number"
            if [ "$1" = --timeout ]; then me_timeout=$2; else me_revision=$2; fi
            shift 2
            ;;
        --)
            shift
            break
            ;;
        -*) me_wrong_usage "unknown option of exec" ;;
        *) break ;;
        esac
    done
    [ $# -gt 0 ] || me_wrong_usage "exec needs a command"
    [ "$me_revision" -eq 0 ] || me_await
    me_fetch bundle text/x-shellscript
    ( (exec </dev/null >/dev/null 2>&1 && me_keep_fresh "$$") &)
    me_make_way "$me_given" "$(me_given_names)"
    # shellcheck disable=SC2016 # as it stands in the answer
    case $me_reply in *'$MAESTRO_FILES/'*) me_open_files ;; esac
    eval "unset -v me_reply me_token me_new_token me_old_token me_code me_enrolment$me_nl$me_reply"
    [ -z "${MAESTRO_UNAVAILABLE:-}" ] || me_say "could not be delivered: $MAESTRO_UNAVAILABLE"
    unset -v MAESTRO_FILES
    exec "$@"
}

# me_make_way HELD GIVEN: takes back what the caller was given and is gone, and keeps what it has of its own under names that are given now, so
# that it can have that again. All before the answer is evaluated: afterwards a variable of this script might be something else.
me_make_way() {
    for me_name in $(me_words "$1"); do
        me_is_in "$me_name" "$2" || eval "
            unset -v $me_name
            [ -z \"\${MAESTRO_BEFORE_$me_name+set}\" ] || export $me_name=\"\$MAESTRO_BEFORE_$me_name\"
            unset -v MAESTRO_BEFORE_$me_name"
    done
    for me_name in $(me_words "$2"); do
        me_is_in "$me_name" "$1" || eval "[ -z \"\${$me_name+set}\" ] || export MAESTRO_BEFORE_$me_name=\"\$$me_name\""
    done
}

