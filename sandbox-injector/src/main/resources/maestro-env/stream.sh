# --- text that goes through the injector ---------------------------------------------------------------------------------------------------

# me_send PATH TYPE ACCEPT: standard input goes there and the answer comes to standard output, both as they come. curl reads what it is
# told from a descriptor of its own, and shows its progress here even when it is told not to.
me_send() {
    me_wants_address MAESTRO_INJECTOR_URL "$MAESTRO_INJECTOR_URL"
    me_have_token
    {
        {
            me_config POST "$MAESTRO_INJECTOR_URL/v1/sandboxes/$me_session/$1" "$3"
            printf 'header = "Content-Type: %s"\nheader = "Expect:"\nupload-file = "."\nno-buffer\nfail\n' "$2"
        } | curl -q --config /dev/fd/4 4<&0 <&3 3<&- 2>/dev/null
    } 3<&0
}

# me_unsent SENTENCE: ends the script after a sending that failed, with 77 when the session is over, and else with 69. A stream's own end does not
# say why, so the injector is asked once more.
me_unsent() {
    (me_tries=1 me_patience=5 && me_fetch variables text/plain >/dev/null)
    [ $? -ne 77 ] || me_fail 77 "$1"
    me_fail 69 "$1"
}

# What could not be masked is not let through.
me_mask() {
    [ $# -eq 0 ] || me_wrong_usage "mask takes no options"
    me_send mask text/plain text/plain || me_unsent "the output cannot be masked now; the rest of it is withheld"
}

