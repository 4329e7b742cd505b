# --- git -----------------------------------------------------------------------------------------------------------------------------------

# git's credential helper: questions and answers are lines of name=value. What git has learnt is not kept here, so store and erase do nothing.
me_git_credential() {
    [ $# -eq 1 ] || me_wrong_usage "git-credential needs get, store or erase"
    case $1 in
    get) me_answer_git ;;
    *) cat >/dev/null ;;
    esac
}

me_answer_git() {
    me_type=text/plain
    me_fetch git-credential text/plain "$(sed -n '/^$/q
s/[\\"]/\\&/g
s/^\(protocol\|host\|path\|username\)=.*/&\\n/p' | tr -d '\n')"
    printf '%s\n' "${me_reply%"$me_nl"#*}"
}

