# shellcheck shell=sh
# For the scripts beside it: how they ask Vault. Needs curl. Settings, of the environment:
#
#   VAULT_ADDR, VAULT_TOKEN     where, and as whom
#   VAULT_CACERT                the authority that vouches for it, a PEM file
#   VAULT_NAMESPACE             of Vault Enterprise or OpenBao

say() {
    printf '%s\n' "$*"
}

fail() {
    printf '%s: %s\n' "$(basename -- "$0" .sh)" "$*" >&2
    exit 1
}

[ -n "${VAULT_ADDR:-}" ] || fail "VAULT_ADDR is not set"
[ -n "${VAULT_TOKEN:-}" ] || fail "VAULT_TOKEN is not set"
command -v curl >/dev/null || fail "curl is not installed"

# A text in quotes, as curl's configuration wants it.
quoted() {
    printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

# vault METHOD PATH [BODY]: sets $status and $answer. Token and body go in by a pipe: arguments can be read by every process of the machine.
vault() {
    answer=$(
        {
            printf 'header = %s\n' "$(quoted "X-Vault-Token: $VAULT_TOKEN")"
            [ -z "${VAULT_NAMESPACE:-}" ] || printf 'header = %s\n' "$(quoted "X-Vault-Namespace: $VAULT_NAMESPACE")"
            [ -z "${VAULT_CACERT:-}" ] || printf 'cacert = %s\n' "$(quoted "$VAULT_CACERT")"
            [ -z "${3:-}" ] || printf 'data = %s\n' "$(quoted "$3")"
        } | curl -q -sS --max-time 30 -X "$1" -w '\n%{http_code}' -K - "$VAULT_ADDR/v1/$2"
    ) || fail "Vault cannot be reached at $VAULT_ADDR"
    status=$(printf '%s\n' "$answer" | tail -n 1)
    answer=$(printf '%s\n' "$answer" | sed '$d')
}

# The same, and the end when Vault refuses.
must() {
    vault "$@"
    case $status in
        2??) ;;
        *) fail "Vault answered $status to $1 $2: $answer" ;;
    esac
}

# Is there anything at PATH?
is_there() {
    vault GET "$1"
    case $status in
        200) return 0 ;;
        400 | 404) return 1 ;;
        *) fail "Vault answered $status to GET $1: $answer" ;;
    esac
}
