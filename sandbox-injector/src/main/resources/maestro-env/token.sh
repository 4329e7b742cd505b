# --- the token -----------------------------------------------------------------------------------------------------------------------------

# me_epoch TIME: an RFC 3339 time in UTC as seconds; date(1) cannot be relied on to read one.
me_epoch() (
    IFS='-T:.Z'
    set -f
    # shellcheck disable=SC2086 # splitting is the point
    set -- $1
    me_y=$1 me_m=${2#0} me_d=${3#0}
    [ "$me_m" -gt 2 ] || me_y=$((me_y - 1)) me_m=$((me_m + 12))
    me_days=$((365 * me_y + me_y / 4 - me_y / 100 + me_y / 400 + (153 * (me_m - 3) + 2) / 5 + me_d - 719469))
    echo $((((me_days * 24 + ${4#0}) * 60 + ${5#0}) * 60 + ${6#0}))
)

# me_keep_token: stores what an enrolment or a renewal answered, in one step, readable by its owner alone.
me_keep_token() {
    me_session=$(me_field session)
    me_expires=$(me_field expiresAt)
    me_new_token=$(me_field sandboxToken)
    case $me_session in ses_*) ;; *) me_fail 70 "the session service answered without a session" ;; esac
    case $me_expires in ????-??-??T??:??:??*Z) ;; *) me_fail 70 "the session service answered without a time of expiry" ;; esac
    [ -n "$me_new_token" ] || me_fail 70 "the session service answered without a token"
    me_now=$(date +%s)
    me_renew_at=$((me_now + ($(me_epoch "$me_expires") - me_now) * 2 / 3))
    me_token=$me_new_token
    (
        umask 077
        mkdir -p "$me_home" && chmod 700 "$me_home" || exit 1
        printf '%s\n' "$me_session" "$me_expires" "$me_renew_at" "$me_token" >"$me_home/token.$$" && mv -f "$me_home/token.$$" "$me_home/token"
    ) || me_fail 73 "cannot write the token into $me_home"
}

me_load_token() {
    [ -r "$me_home/token" ] || return 1
    {
        read -r me_session && read -r me_expires && read -r me_renew_at && read -r me_token
    } <"$me_home/token" || return 1
    case $me_session in ses_*) ;; *) return 1 ;; esac
    case $me_token in '' | *[!A-Za-z0-9._-]*) return 1 ;; esac
    me_is_number "$me_renew_at"
}

me_renew() {
    me_wants_address MAESTRO_SESSION_URL "$MAESTRO_SESSION_URL"
    me_ask POST "$MAESTRO_SESSION_URL/v1/sandboxes/renew" application/json '{}' && me_ok && me_keep_token
}

# Loads the token, renewed when two thirds of its time are over. A renewal that fails is no reason to stop while the token still holds.
me_have_token() {
    if ! me_load_token; then
        [ -n "$me_enrolment" ] || me_fail 78 "this sandbox is not enrolled; run maestro-env enroll"
        me_in_turn me_redeem_unless_done
    elif me_is_due; then
        me_in_turn me_renew_unless_done
    fi
}

me_is_due() {
    [ "$(date +%s)" -ge "$me_renew_at" ]
}

# While this one waited for its turn, another may have done it.
me_redeem_unless_done() {
    me_load_token || me_redeem_code ''
}

me_renew_unless_done() {
    me_load_token && ! me_is_due || me_renew || :
}

# me_in_turn COMMAND: runs it while no other maestro-env of this sandbox does; not longer than ten seconds for one that hangs, and at once after
# one that was killed. It spares needless calls: two that renew at once do no harm.
me_in_turn() {
    (umask 077 && mkdir -p "$me_home") || me_fail 73 "cannot write into $me_home"
    me_turns=100
    until ln -s "$$" "$me_home/lock" 2>/dev/null || [ "$me_turns" -eq 0 ]; do
        me_turns=$((me_turns - 1))
        me_holder=$(readlink "$me_home/lock" 2>/dev/null) || continue
        me_is_alive "$me_holder" || rm -f "$me_home/lock"
        sleep 0.1
    done
    me_lock=$me_home/lock
    "$@"
    rm -f "$me_lock"
    me_lock=
}

# me_keep_fresh PID: renews the token as long as that process runs, which may be longer than the token lasts and ask for nothing.
me_keep_fresh() {
    trap '' HUP INT QUIT
    me_seconds=0
    while sleep 1 && me_is_alive "$1"; do
        me_seconds=$((me_seconds + 1))
        [ $((me_seconds % 5)) -ne 0 ] || me_freshen
    done
}

me_freshen() {
    (me_load_token && me_is_due && me_in_turn me_renew_unless_done) 2>/dev/null || :
}

