# --- what is active ------------------------------------------------------------------------------------------------------------------------

# me_fetch PATH ACCEPT [DATA]: me_reply is the injector's answer, or the script ends. A service that restarts is given three seconds.
me_fetch() {
    me_wants_address MAESTRO_INJECTOR_URL "$MAESTRO_INJECTOR_URL"
    me_have_token
    me_left=${me_tries:-3}
    until me_answered "$@"; do
        me_left=$((me_left - 1))
        [ "$me_left" -gt 0 ] || me_give_up
        sleep 1
    done
}

# True when the answer is final: me_reply is good, or the script has ended. False when asking again may help.
me_answered() {
    if [ -z "${3-}" ]; then set -- "$1" "$2" GET; else set -- "$1" "$2" POST "$3"; fi
    me_ask "$3" "$MAESTRO_INJECTOR_URL/v1/sandboxes/$me_session/$1" "$2" "${4-}" || {
        me_reply=
        return 1
    }
    ! me_ok || return 0
    case $(me_status) in
    401) me_token_was_replaced || me_fail 77 "this sandbox's token is no longer valid: its session was given new tokens" ;;
    404) me_token_was_replaced || me_fail 77 "this sandbox's session has ended" ;;
    502 | 504) return 1 ;;
    503)
        [ "$(me_field code)" != revision-not-ready ] || me_fail 75 "the revision is not there yet"
        return 1
        ;;
    *) me_fail 70 "the injector answered with status $(me_status)" ;;
    esac
    return 1
}

# Another maestro-env may have renewed the token since it was read.
me_token_was_replaced() {
    me_old_token=$me_token
    me_load_token && [ "$me_token" != "$me_old_token" ]
}

me_give_up() {
    [ -n "$me_reply" ] || me_fail 69 "the injector at $MAESTRO_INJECTOR_URL cannot be reached"
    me_code=$(me_field code)
    me_fail 69 "Maestro cannot say now what is active${me_code:+ ($me_code)}; try again"
}

# The names that an answer in the form for shells sets: its line before the last two says so, and no value can stand there.
me_given_names() {
    printf '%s' "$me_reply" | tail -n 4 | sed -n "1s/^export MAESTRO_VARIABLES='\([A-Za-z0-9_,]*\)'\$/\1/p"
}

