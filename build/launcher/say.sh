# shellcheck shell=bash
# How the launcher speaks: progress on standard output, trouble on standard error in one sentence.

say() {
    printf '%s\n' "$*"
}

warn() {
    printf 'maestro: %s\n' "$*" >&2
}

fail() {
    warn "$@"
    exit 1
}
