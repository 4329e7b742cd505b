# --- enrolment -----------------------------------------------------------------------------------------------------------------------------

me_read_code() { # FILE or nothing
    me_code=$me_enrolment
    if [ -n "$1" ]; then
        [ -r "$1" ] || me_fail 64 "the file with the enrolment code cannot be read"
        read -r me_code <"$1" || [ -n "$me_code" ] || me_fail 64 "the file with the enrolment code is empty"
    fi
    [ -n "$me_code" ] || me_fail 78 "no enrolment code: set MAESTRO_ENROLMENT_CODE or name a file with --code-file"
    case $me_code in *[!A-Za-z0-9._~-]*) me_fail 64 "this is not an enrolment code" ;; esac
}

me_redeem_code() { # FILE or nothing
    me_wants_address MAESTRO_SESSION_URL "$MAESTRO_SESSION_URL"
    me_read_code "$1"
    me_token=
    me_ask POST "$MAESTRO_SESSION_URL/v1/sandboxes/enrol" application/json "{\\\"code\\\":\\\"$me_code\\\"}" ||
        me_fail 69 "the session service at $MAESTRO_SESSION_URL cannot be reached"
    me_code=
    me_ok || case $(me_status) in
    409) me_fail 77 "this enrolment code was used before; ask the platform for a new one" ;;
    4[0-9][0-9]) me_fail 77 "this enrolment code is not valid, or no longer; ask the platform for a new one" ;;
    *) me_fail 69 "the session service cannot enrol this sandbox now; try again" ;;
    esac
    me_keep_token
}

me_enroll() {
    me_file=
    case ${1-} in
    '') ;;
    --code-file)
        me_file=${2:-}
        [ -n "$me_file" ] || me_wrong_usage "--code-file needs a file"
        ;;
    *) me_wrong_usage "unknown option of enroll" ;;
    esac
    if me_load_token; then
        if me_renew; then
            me_say "this sandbox is enrolled already, for session $me_session"
            return
        fi
        case $(me_status) in
        4[0-9][0-9]) ;; # a token that no longer counts is replaced
        *) me_fail 69 "the session service cannot say now whether this sandbox's token still counts; try again" ;;
        esac
    fi
    me_in_turn me_redeem_code "$me_file"
    me_say "enrolled for session $me_session"
}

