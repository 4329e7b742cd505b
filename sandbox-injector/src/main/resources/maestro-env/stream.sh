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

# What could not be masked is not let through.
me_mask() {
    [ $# -eq 0 ] || me_wrong_usage "mask takes no options"
    me_send mask text/plain text/plain || me_fail 69 "the output cannot be masked now; the rest of it is withheld"
}

