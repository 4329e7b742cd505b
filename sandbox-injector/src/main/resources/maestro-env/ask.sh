# --- talking to the services ---------------------------------------------------------------------------------------------------------------

# me_config METHOD URL ACCEPT: what curl is told on a descriptor, and so not in its arguments.
me_config() {
    printf 'request = "%s"\nurl = "%s"\nheader = "Accept: %s"\n' "$1" "$2" "$3"
    [ -z "$me_token" ] || printf 'header = "Authorization: Bearer %s"\n' "$me_token"
    printf 'silent\nproto = "=http,https"\nconnect-timeout = 3\n'
}

# me_ask METHOD URL ACCEPT [DATA]: one request, with the token if there is one. Fails when no answer came; otherwise
# me_reply is the answer with a last line #<status>, which to a shell is a comment. DATA is escaped for between curl's quotes.
me_ask() {
    me_reply=$({
        me_config "$1" "$2" "$3"
        case $2 in "$MAESTRO_INJECTOR_URL"/*) me_config_of_fetch ;; esac
        [ -z "${4-}" ] || printf 'header = "Content-Type: %s"\ndata-binary = "%s"\n' "${me_type:-application/json}" "$4"
        printf 'max-time = %s\nwrite-out = "\\n#%%{http_code}"\n' "${me_patience:-20}"
    } | curl -q --config -)
}

me_config_of_fetch() {
    [ -z "$me_tag" ] || printf 'header = "If-None-Match: \\"%s\\""\n' "$me_tag"
    [ -z "$me_headers" ] || printf 'dump-header = "%s"\n' "$me_headers"
}

# What the caller's shell, or an exec around this one, was given. It is taken out of this environment at the start, so that no helper gets it.
me_held() {
    case ${MAESTRO_VARIABLES:-} in
    '' | *[!A-Za-z0-9_,]*) ;;
    *) printf '%s' "$MAESTRO_VARIABLES" ;;
    esac
}

me_ok() {
    case $me_reply in *"$me_nl#200" | *"$me_nl#201" | *"$me_nl#304") ;; *) return 1 ;; esac
}

# The status of an answer that was not ok: those are short.
me_status() {
    printf '%s' "${me_reply##*#}"
}

# me_field NAME: a member of the answer's JSON, as far as it consists of the letters that ids, codes, times and tokens are made of.
me_field() {
    printf '%s' "$me_reply" | tr -d '\n' | sed -n 's/.*"'"$1"'" *: *"\([A-Za-z0-9._:+-]*\)".*/\1/p'
}

me_wants_address() { # VARIABLE VALUE
    case $2 in
    http://* | https://*) ;;
    *) me_fail 64 "$1 must hold an http or https address" ;;
    esac
    case $2 in *[!A-Za-z0-9._~:/%@\[\]-]*) me_fail 64 "$1 holds a character that does not belong into an address" ;; esac
}

