# --- shells that always have what is active ------------------------------------------------------------------------------------------------

# What is printed is evaluated by the caller's shell; it holds no value.
me_shell_init() {
    [ $# -eq 1 ] || me_wrong_usage "shell-init needs the name of the shell: bash or zsh"
    case $1 in bash | zsh) ;; *) me_wrong_usage "shell-init knows bash and zsh" ;; esac
    me_find_prefix
    printf '__maestro_script=%s __maestro_prefix=%s __maestro_grace=%s\n' \
        "$(me_quoted "$(me_own_path)")" "$(me_quoted "$me_prefix")" "$(me_grace)"
    case $1 in
    bash) me_hook_for_bash ;;
    zsh) me_hook_for_zsh ;;
    esac
    me_hook
}

me_own_path() {
    case $0 in
    /*) printf '%s' "$0" ;;
    */*) printf '%s/%s' "$(cd "${0%/*}" && pwd)" "${0##*/}" ;;
    *) if [ -r "$0" ]; then printf '%s/%s' "$(pwd)" "$0"; else command -v -- "$0"; fi ;;
    esac
}

me_quoted() {
    printf "'"
    printf '%s' "$1" | sed "s/'/'\\\\''/g"
    printf "'"
}

# me_shell_fetch DIRECTORY TAG: for the hook. Prints, in lines, the names, the tag, and then the answer for a shell to evaluate; ends with 3 when
# nothing has changed since TAG. One try of a few seconds: somebody waits for a prompt.
me_shell_fetch() {
    rm -f "$1/stale"
    [ ! -e "$1/away" ] || exit 69
    me_tag=$2 me_headers=$1/headers me_patience=5 me_tries=1
    MAESTRO_FILES=$1/arriving
    me_fetch bundle text/x-shellscript
    case $me_reply in *"$me_nl#304") exit 3 ;; esac
    me_names=$(me_given_names)
    me_tag=$(sed -n 's/^[Ee][Tt][Aa][Gg]: *"\([0-9a-f-]*\)".*/\1/p' "$me_headers" | tail -n 1)
    printf '%s\n' "$me_names" "$me_tag"
    printf '%s\n' "$me_reply"
}

me_hook_for_bash() {
    cat <<'HOOK'
@part hook.bash@
HOOK
}

me_hook_for_zsh() {
    cat <<'HOOK'
@part hook.zsh@
HOOK
}

me_hook() {
    cat <<'HOOK'
@part hook@
HOOK
}

