# --- watching for a shell ------------------------------------------------------------------------------------------------------------------
#
# The shell tests for the file "stale" before each command and fetches when it is there. This process puts it there: when the stream says
# something, when the stream cannot be had but Maestro answers, when the shell asks for another try ("retry"), and when nobody has answered for a
# minute, together with "away". It holds no value, and ends with the shell.

me_watch_session() { # DIRECTORY PID
    [ $# -eq 2 ] || me_wrong_usage "watch is for what shell-init prints"
    me_dir=$1 me_shell=$2 me_stream='' me_reader='' me_pause=0 me_seconds=0
    me_answered_at=$(date +%s)
    trap 'me_end_watch' EXIT
    trap 'exit 0' HUP TERM
    [ -p "$me_dir/stream" ] || mkfifo -m 600 "$me_dir/stream" || exit 73
    while me_is_alive "$me_shell" && [ -d "$me_dir" ]; do
        me_look_at_marks
        me_seconds=$((me_seconds + 1))
        [ $((me_seconds % 5)) -ne 0 ] || me_freshen
        me_is_streaming || me_stream_again
        sleep 1
    done
}

# For how many seconds a shell keeps what it has while nobody answers: a minute, or less where MAESTRO_GRACE says so.
me_grace() {
    if me_is_number "${MAESTRO_GRACE:-}" && [ "$MAESTRO_GRACE" -lt 60 ]; then
        printf '%s' "$MAESTRO_GRACE"
    else
        printf 60
    fi
}

me_end_watch() {
    me_end_stream
    me_is_alive "$me_shell" || rm -rf "$me_dir"
}

me_look_at_marks() {
    me_now=$(date +%s)
    [ ! -e "$me_dir/retry" ] || mv -f "$me_dir/retry" "$me_dir/stale"
    if [ -e "$me_dir/heard" ]; then
        rm -f "$me_dir/heard"
        me_heard
    elif [ $((me_now - me_answered_at)) -ge "$(me_grace)" ] && [ ! -e "$me_dir/away" ]; then
        : >"$me_dir/away"
        : >"$me_dir/stale"
    fi
}

me_heard() {
    me_answered_at=$me_now
    [ -e "$me_dir/away" ] || return 0
    rm -f "$me_dir/away"
    : >"$me_dir/stale"
}

me_is_streaming() {
    [ -n "$me_stream" ] && me_is_alive "$me_stream"
}

# At most every five seconds, and where a stream does not hold, a plain question in its place.
me_stream_again() {
    me_end_stream
    me_pause=$((me_pause - 1))
    [ "$me_pause" -le 0 ] || return 0
    me_pause=5
    (me_have_token) 2>/dev/null && me_load_token || return 0
    [ "$me_now" -ne "${me_asked_at:-$me_now}" ] && me_ask_instead
    me_asked_at=$me_now
    me_stream_now
}

me_ask_instead() {
    me_patience=5
    me_ask GET "$MAESTRO_INJECTOR_URL/v1/sandboxes/$me_session/variables" text/plain || return 0
    case $(me_status) in 200 | 401 | 404) ;; *) return 0 ;; esac
    me_heard
    : >"$me_dir/stale"
}

# A stream that says nothing for 40 seconds, though it should every 15, is given up.
me_stream_now() {
    {
        me_config GET "$MAESTRO_INJECTOR_URL/v1/sandboxes/$me_session/events" text/event-stream
        printf 'fail\nno-buffer\nspeed-limit = 1\nspeed-time = 40\n'
    } | exec curl -q --config - >"$me_dir/stream" 2>/dev/null &
    me_stream=$!
    me_read_stream <"$me_dir/stream" &
    me_reader=$!
}

# Only "alive" says that everybody was asked who has to be: with session-service away, the stream goes on and says "unchecked".
me_read_stream() {
    while read -r me_line; do
        case $me_line in
        data:*) : >"$me_dir/stale" ;;
        ': alive' | :alive) ;;
        *) continue ;;
        esac
        : >"$me_dir/heard"
    done
}

me_end_stream() {
    [ -z "$me_stream" ] || kill "$me_stream" 2>/dev/null
    [ -z "$me_reader" ] || kill "$me_reader" 2>/dev/null
    me_stream='' me_reader=''
}

