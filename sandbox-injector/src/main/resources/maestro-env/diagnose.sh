# --- why a variable is there, or is not ----------------------------------------------------------------------------------------------------

me_diagnose() {
    [ $# -eq 1 ] || me_wrong_usage "diagnose needs the name of one variable"
    me_wanted=$1
    case $me_wanted in '' | [0-9]* | *[!A-Za-z0-9_]*) me_wrong_usage "diagnose needs the name of a variable" ;; esac
    me_fetch variables text/plain
    me_revision=$(printf '%s\n' "$me_reply" | sed -n 's/^revision \([0-9]*\)$/\1/p')
    me_until=$(printf '%s\n' "$me_reply" | sed -n "s/^ends $me_wanted \\([0-9TZ:.-]*\\)\$/\\1/p")
    me_found=$(printf '%s\n' "$me_reply" | sed -n "s/^variable $me_wanted \\([a-z]* [a-z]* [a-z0-9-]*\\)\$/\\1/p")
    if [ -z "$me_found" ]; then
        me_tell_inactive
        return 1
    fi
    # shellcheck disable=SC2086 # kind, source and state
    set -- $me_found
    case $3 in
    delivered) me_tell_delivered "$1" "$2" ;;
    *)
        me_tell_unavailable "$3"
        return 1
        ;;
    esac
}

me_tell_inactive() {
    printf '%s is not active in session %s (revision %s).\n' "$me_wanted" "$me_session" "$me_revision"
    printf 'To have it, let the agent ask for it, for example "Activate %s for this session", or let the person whose session it is\n' "$me_wanted"
    printf 'turn it on in the list of secrets. A person has to confirm it. If it is registered under another name, look for that name.\n'
}

me_tell_delivered() { # KIND SOURCE
    printf '%s is active and can be delivered: kind %s, from %s, revision %s' "$me_wanted" "$1" "$2" "$me_revision"
    printf '%s.\n' "${me_until:+, until $me_until}"
    if me_is_in "$me_wanted" "$me_given"; then
        printf 'This shell has it, of revision %s. If a service refuses the value, let the agent ask for the diagnosis of the secret.\n' \
            "${MAESTRO_REVISION:-unknown}"
    elif eval "[ -n \"\${$me_wanted+set}\" ]"; then
        printf 'This shell has a variable of this name that is not from Maestro.\n'
    else
        printf 'This shell does not have it: run the command with maestro-env exec, or set up maestro-env shell-init.\n'
    fi
}

me_tell_unavailable() { # CODE
    printf '%s is active at revision %s, but cannot be delivered: %s.\n' "$me_wanted" "$me_revision" "$1"
    case $1 in
    compromised) me_remedy='It was reported as leaked. Its owner has to give it a new value; then it has to be activated again.' ;;
    deleted | not-found | revoked) me_remedy='Its owner deleted it. Let the agent ask for another one.' ;;
    expired) me_remedy='It has expired. Its owner has to give it another expiry.' ;;
    epoch-changed | kind-changed) me_remedy='It changed since a person agreed. Let the agent ask for it again.' ;;
    pending | reauthorization-required) me_remedy='Its owner has to authorize the account, again.' ;;
    token-expiring | owner-timeout | owner-unavailable) me_remedy='It is tried again at the next command.' ;;
    *) me_remedy='Its owner has to register it again, or an operator to look at it.' ;;
    esac
    printf '%s\n' "$me_remedy"
}

