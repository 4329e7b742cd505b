# --- git -----------------------------------------------------------------------------------------------------------------------------------

# git's credential helper: questions and answers are lines of name=value. What git has learnt is not kept here, so store and erase do nothing.
me_git_credential() {
    [ $# -eq 1 ] || me_wrong_usage "git-credential needs get, store or erase"
    case $1 in
    get) me_answer_git ;;
    *) cat >/dev/null ;;
    esac
}

# Where there is nothing for this host, git asks its other helpers; where the choice is not clear, or nobody can say, it asks nobody.
me_answer_git() {
    me_question=$(sed -n '/^$/q
/^password=/d
/^[a-z]*=/{
s/[\\"]/\\&/g
s/$/\\n/
p
}' | tr -d '\n')
    [ -n "$me_question" ] || me_wrong_usage "git-credential reads what git asks on standard input"
    me_wants_address MAESTRO_INJECTOR_URL "$MAESTRO_INJECTOR_URL"
    me_have_token
    me_type=text/plain
    me_ask POST "$MAESTRO_INJECTOR_URL/v1/sandboxes/$me_session/git-credential" text/plain "$me_question" || me_reply="$me_nl#none"
    case $(me_status) in
    200 | 204) printf '%s\n' "${me_reply%"$me_nl"#*}" ;;
    *)
        me_say "no credential for git: $(me_why_not)"
        printf 'quit=1\n'
        ;;
    esac
}

# The sentence of a problem, without what a terminal might take for a command.
me_why_not() {
    case $(me_status) in
    none) printf 'the injector at %s cannot be reached' "$MAESTRO_INJECTOR_URL" ;;
    401 | 404) printf 'the session has ended, or the token of this sandbox is no longer valid' ;;
    *) printf '%s' "$me_reply" | tr -d '\n' | tr -d '\000-\037' | sed -n 's/.*"detail" *: *"\([^"\\]*\)".*/\1/p' | grep . || printf 'status %s' "$(me_status)" ;;
    esac
}

