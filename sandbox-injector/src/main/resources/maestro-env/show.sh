# --- what is there, never a value ----------------------------------------------------------------------------------------------------------

me_list() {
    [ $# -eq 0 ] || me_wrong_usage "list takes no options"
    me_ends=''
    me_fetch variables text/plain
    printf '%s\n' "$me_reply" | while read -r me_what me_name me_kind me_source me_state; do
        case $me_what in
        ends) me_ends=$me_kind ;;
        variable)
            printf '%-32s %-9s %-6s %s\n' "$me_name" "$me_kind" "$me_source" "$me_state${me_ends:+, until $me_ends}"
            me_ends=
            ;;
        esac
    done
}

me_show_status() {
    [ $# -eq 0 ] || me_wrong_usage "status takes no options"
    me_have_token
    printf 'session     %s\ntoken       until %s\n' "$me_session" "$me_expires"
    me_fetch variables text/plain
    printf '%s\n' "$me_reply" | while read -r me_what me_name me_kind me_source me_state; do
        case $me_what in
        revision) printf 'revision    %s\n' "$me_name" ;;
        until) printf 'until       %s\n' "$me_name" ;;
        variable) [ "$me_state" = delivered ] || printf 'missing     %s (%s)\n' "$me_name" "$me_state" ;;
        esac
    done
}

