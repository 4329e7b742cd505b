#!/bin/sh
# Prepares a Vault (or an OpenBao) for Maestro Secrets: a transit key, a policy and a role for each service. Runs again without harm: what is there
# stays, no key is rotated, policies and roles are brought up to date. Needs curl.
#
#   VAULT_ADDR, VAULT_TOKEN     where, and as whom: somebody who may set up mounts, policies, keys and roles
#   VAULT_CACERT                the authority that vouches for it, a PEM file
#   VAULT_NAMESPACE             of Vault Enterprise or OpenBao
#   MAESTRO_VAULT_MOUNT         where the transit engine is (transit)
#   MAESTRO_VAULT_AUTH          how services sign in: approle, kubernetes or both (approle)
#   MAESTRO_VAULT_TOKEN_TTL, MAESTRO_VAULT_TOKEN_MAX_TTL   how long a service's token lives, and how long it can be renewed (1h, 24h)
#
# for kubernetes:
#   MAESTRO_KUBERNETES_NAMESPACE       where the services run (maestro)
#   MAESTRO_KUBERNETES_AUDIENCE        of their tokens (vault)
#   MAESTRO_KUBERNETES_HOST            the API server as Vault reaches it; not set, the method's configuration is left as it is
#   MAESTRO_KUBERNETES_CA_FILE         the authority that vouches for it; not needed where Vault runs in that cluster
#   MAESTRO_KUBERNETES_REVIEWER_FILE   a token that may review tokens; not needed where Vault runs in that cluster
set -eu

services='vault-service session-service oauth-service audit-service'
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
mount=${MAESTRO_VAULT_MOUNT:-transit}
methods=${MAESTRO_VAULT_AUTH:-approle}
ttl=${MAESTRO_VAULT_TOKEN_TTL:-1h}
max_ttl=${MAESTRO_VAULT_TOKEN_MAX_TTL:-24h}

. "$folder/asking.sh"

# The content of a file, or of standard input, as a JSON string.
json_string() {
    printf '"'
    awk '{ gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); printf "%s\\n", $0 }' ${1:+"$1"}
    printf '"'
}

transit_engine() {
    is_there "sys/mounts/$mount" || {
        must POST "sys/mounts/$mount" '{"type":"transit","description":"wraps the data keys of Maestro Secrets"}'
        say "enabled transit at $mount/"
    }
}

# Derived: each data key is wrapped for one owner. Not exportable and without a plaintext backup: it never leaves Vault.
transit_key() {
    is_there "$mount/keys/$1" || {
        must POST "$mount/keys/$1" '{"type":"aes256-gcm96","derived":true,"exportable":false,"allow_plaintext_backup":false,"auto_rotate_period":"0"}'
        say "made the transit key $1"
        is_there "$mount/keys/$1" || fail "the transit key $1 was not made"
    }
    for wanted in '"derived":true' '"exportable":false' '"allow_plaintext_backup":false'; do
        case $answer in
            *"$wanted"*) ;;
            *) fail "the transit key $1 is there, but not with $wanted: such a key cannot be used, and its name is taken" ;;
        esac
    done
}

policy() {
    must PUT "sys/policies/acl/maestro-$1" "{\"policy\":$(sed -e "s|MOUNT|$mount|g" -e "s|SERVICE|$1|g" "$folder/service.hcl" | json_string)}"
}

enable_auth() {
    is_there "sys/auth/$1" || {
        must POST "sys/auth/$1" "{\"type\":\"$1\"}"
        say "enabled the authentication method $1"
    }
}

# What a role's tokens are like, whatever the method: only the service's own policy.
tokens_of() {
    printf '"token_policies":["maestro-%s"],"token_no_default_policy":true,"token_ttl":"%s","token_max_ttl":"%s","token_type":"service"' "$1" "$ttl" "$max_ttl"
}

approle_roles() {
    enable_auth approle
    # Without this, anybody who knows a role's id can lock the service out by showing wrong secret ids; those are too long to be guessed.
    must POST sys/auth/approle/tune '{"user_lockout_config":{"lockout_disable":true}}'
    for service in $services; do
        must POST "auth/approle/role/$service" "{\"bind_secret_id\":true,$(tokens_of "$service")}"
    done
}

kubernetes_config() {
    [ -n "${MAESTRO_KUBERNETES_HOST:-}" ] || return 0
    config="\"kubernetes_host\":\"$MAESTRO_KUBERNETES_HOST\""
    [ -z "${MAESTRO_KUBERNETES_CA_FILE:-}" ] || config="$config,\"kubernetes_ca_cert\":$(json_string "$MAESTRO_KUBERNETES_CA_FILE")"
    [ -z "${MAESTRO_KUBERNETES_REVIEWER_FILE:-}" ] || config="$config,\"token_reviewer_jwt\":\"$(cat -- "$MAESTRO_KUBERNETES_REVIEWER_FILE")\""
    must POST auth/kubernetes/config "{$config}"
}

kubernetes_roles() {
    enable_auth kubernetes
    kubernetes_config
    for service in $services; do
        must POST "auth/kubernetes/role/$service" "{\"bound_service_account_names\":[\"$service\"],\"bound_service_account_namespaces\":[\"${MAESTRO_KUBERNETES_NAMESPACE:-maestro}\"],\"audience\":\"${MAESTRO_KUBERNETES_AUDIENCE:-vault}\",$(tokens_of "$service")}"
    done
}

# Everything asked of Vault should be on record somewhere that Vault's own disk is not.
audit_hint() {
    must GET sys/audit
    case $answer in
        *'"type":"'*) ;;
        *) say "Vault has no audit device: enable one, for example: vault audit enable file file_path=/var/log/vault/audit.log" ;;
    esac
}

transit_engine
for service in $services; do
    transit_key "$service"
    policy "$service"
done
for method in $methods; do
    case $method in
        approle) approle_roles ;;
        kubernetes) kubernetes_roles ;;
        *) fail "MAESTRO_VAULT_AUTH can be approle and kubernetes, not $method" ;;
    esac
done
audit_hint
say "Vault is ready for $services."
