# --- files: a private directory that lives as long as the command --------------------------------------------------------------------------

me_is_tmpfs() {
    [ -d "$1" ] && [ -w "$1" ] && [ -r /proc/mounts ] && grep -q "^[^ ]* $1 tmpfs " /proc/mounts
}

me_runtime_dir() {
    if [ -n "${MAESTRO_RUNTIME_DIR:-}" ]; then
        printf '%s' "$MAESTRO_RUNTIME_DIR"
    elif [ -n "${XDG_RUNTIME_DIR:-}" ] && me_is_tmpfs "$XDG_RUNTIME_DIR"; then
        printf '%s' "$XDG_RUNTIME_DIR"
    elif me_is_tmpfs /dev/shm; then
        printf '%s' /dev/shm
    else
        printf '%s' "$me_home"
    fi
}

# Removes what commands left that were killed together with their watch. Only those of this process namespace: a pod's containers share /dev/shm
# but not their process ids.
me_sweep() { # PREFIX
    for me_dir in "$1".*; do
        me_pid=${me_dir##*.}
        me_is_number "$me_pid" && ! kill -0 "$me_pid" 2>/dev/null && [ ! -d "/proc/$me_pid" ] && rm -rf "$me_dir"
    done
}

# me_prefix is what the names of this user's directories begin with, in this process namespace; they end with the id of the process they are for.
me_find_prefix() {
    me_namespace=$(readlink /proc/self/ns/pid 2>/dev/null | tr -cd 0-9)
    me_prefix=$(me_runtime_dir)/maestro-env.$(id -u).${me_namespace:-0}
    [ -z "$me_namespace" ] || me_sweep "$me_prefix"
}

# shellcheck disable=SC2016,SC2034 # expanded by the inner shell; used in an eval
me_watch='
trap "" HUP INT QUIT TERM
rm -f "$1/alive"
cat
sleep 0.1
while kill -0 "$2" || [ -d "/proc/$2" ]; do
    case $(sed "s/.*) //" "/proc/$2/stat") in Z*) break ;; esac
    sleep 1
done
rm -rf "$1"'

# Makes the directory and starts its watch, before any value is in this shell's environment. The command takes this process's place, so signals
# and its exit status are its own; the watch reads from a pipe that the command and its children hold open, and then removes the directory.
# Whoever closes the descriptors it inherits is still waited for by its process id.
me_open_files() {
    me_find_prefix
    MAESTRO_FILES=$me_prefix.$$
    if ! mkdir -m 700 "$MAESTRO_FILES" || ! mkfifo -m 600 "$MAESTRO_FILES/alive"; then
        me_fail 73 "cannot make a private directory for files"
    fi
    me_fd=9
    while (: >&"$me_fd") 2>/dev/null; do me_fd=$((me_fd - 1)); done
    [ "$me_fd" -gt 2 ] || me_fail 73 "no free file descriptor"
    eval "exec $me_fd<>\"\$MAESTRO_FILES/alive\""
    eval '(sh -c "$me_watch" maestro-env "$MAESTRO_FILES" "$$" <"$MAESTRO_FILES/alive" >/dev/null 2>&1 '"$me_fd>&-"' &)'
}

