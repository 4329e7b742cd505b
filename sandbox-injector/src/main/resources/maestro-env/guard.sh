# --- guarding commits ----------------------------------------------------------------------------------------------------------------------

me_guard() {
    command -v git >/dev/null || me_fail 69 "git is missing"
    me_action=${1-}
    [ $# -eq 0 ] || shift
    case $me_action in
    install) me_install_guard "$@" ;;
    remove) me_remove_guard "$@" ;;
    scan) me_scan_staged "$@" ;;
    *) me_wrong_usage "guard needs install, remove or scan" ;;
    esac
}

me_find_hook() {
    me_hooks=$(git rev-parse --git-path hooks 2>/dev/null) || me_fail 64 "this is not in a git repository"
    me_hook_file=$me_hooks/pre-commit
    me_earlier=$me_hook_file.before-maestro
}

me_is_guard() {
    [ -f "$me_hook_file" ] && grep -q '^# maestro-env guard$' "$me_hook_file"
}

# A hook that is there already goes on to run, before this one.
me_install_guard() {
    [ $# -eq 0 ] || me_wrong_usage "guard install takes no options"
    me_find_hook
    mkdir -p "$me_hooks" || me_fail 73 "cannot write into $me_hooks"
    if ! me_is_guard && { [ -e "$me_hook_file" ] || [ -L "$me_hook_file" ]; }; then
        [ ! -e "$me_earlier" ] || me_fail 73 "$me_earlier is in the way"
        mv "$me_hook_file" "$me_earlier" || me_fail 73 "cannot move the hook that is there"
    fi
    if ! me_print_guard >"$me_hook_file" || ! chmod 755 "$me_hook_file"; then me_fail 73 "cannot write $me_hook_file"; fi
    me_say "commits that contain what is active are refused from now on ($me_hook_file)"
}

me_print_guard() {
    cat <<'HOOK'
#!/bin/sh
# maestro-env guard
earlier=$0.before-maestro
if [ -x "$earlier" ]; then
    "$earlier" "$@" || exit
fi
HOOK
    printf 'exec sh %s guard scan\n' "$(me_quoted "$(me_own_path)")"
}

me_remove_guard() {
    [ $# -eq 0 ] || me_wrong_usage "guard remove takes no options"
    me_find_hook
    me_is_guard || me_fail 64 "there is no guard in $me_hooks"
    if [ -e "$me_earlier" ] || [ -L "$me_earlier" ]; then mv -f "$me_earlier" "$me_hook_file"; else rm -f "$me_hook_file"; fi
}

# What would be committed now; binary files as they are, renamed ones whole, and nothing that the user's settings for diffs change.
me_staged() {
    git diff --cached --text --unified=0 --no-color --no-ext-diff --no-textconv --no-renames --no-relative --submodule=short \
        --src-prefix=a/ --dst-prefix=b/ -- "$@"
}

# Refuses also when it cannot look: who wants to commit all the same says so to git.
me_scan_staged() {
    git rev-parse --git-dir >/dev/null 2>&1 || me_fail 64 "this is not in a git repository"
    me_found=$(me_scan_of text/x-diff me_staged "$@") && return
    me_exit=$?
    if [ "$me_exit" -eq 1 ]; then
        printf '%s\n' "$me_found" >&2
        me_say "what is to be committed contains values that are active in this session; they are named above, with file, line and column"
        cat >&2 <<'STEPS'
  1. Take the value out and read it from the variable instead; then git add the file again.
  2. If it was committed or pushed earlier, report the secret as leaked: its owner gives it a new value.
  3. If it is not what it seems, git commit --no-verify commits all the same.
STEPS
    else
        me_say "the commit is refused because it could not be looked at; git commit --no-verify commits without a look"
    fi
    return "$me_exit"
}

