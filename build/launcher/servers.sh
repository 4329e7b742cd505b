# shellcheck shell=bash
# Real servers that no package repository of the usual distributions has: built once from their published Go modules and kept outside the checkout.

servers_cache=${XDG_CACHE_HOME:-$HOME/.cache}/maestro

# Where the binary built from the modules pinned in build/servers/$1 lies: another go.sum is another place.
server_binary() {
    printf '%s/%s-%s' "$servers_cache" "$2" "$(sha256sum "build/servers/$1/go.sum" | cut -c1-16)"
}

# Builds package $3 as $2 from the modules of build/servers/$1; the rest are arguments for go build. Fails quietly, its log tells why.
build_server() {
    local modules=$1 name=$2 package=$3 binary folder outcome=0
    shift 3
    binary=$(server_binary "$modules" "$name")
    [ ! -x "$binary" ] || return 0
    command -v go >/dev/null || return 1
    say "Building $name (minutes the first time; log: $servers_cache/$name.log)"
    mkdir -p -- "$servers_cache"
    folder=$(mktemp -d)
    cp -- "build/servers/$modules/go.mod" "build/servers/$modules/go.sum" "$folder/"
    (cd -- "$folder" && go build -mod=mod -trimpath "$@" -o "$binary.new" "$package") >"$servers_cache/$name.log" 2>&1 || outcome=$?
    rm -rf -- "$folder"
    [ "$outcome" -eq 0 ] && mv -- "$binary.new" "$binary"
}

# Vault as MAESTRO_VAULT_BINARY: the one named there, else one on the PATH (OpenBao's does as well), else one built here.
ensure_vault() {
    MAESTRO_VAULT_BINARY=${MAESTRO_VAULT_BINARY:-$(command -v vault || command -v bao || true)}
    if [ -z "$MAESTRO_VAULT_BINARY" ]; then
        build_server vault vault github.com/hashicorp/vault -tags minimal -ldflags "-s -w" || return 1
        MAESTRO_VAULT_BINARY=$(server_binary vault vault)
    fi
    export MAESTRO_VAULT_BINARY
}

# A stack that is to have a Vault of its own, or began with one, needs the program.
require_vault_if_wanted() {
    case " $* " in
        *" --vault "*) ;;
        *) grep -qs OWN_VAULT "$MAESTRO_HOME/key-keeper" || return 0 ;;
    esac
    ensure_vault || fail "there is no Vault and none could be built (see $servers_cache/vault.log): install Go, vault or bao, or set MAESTRO_VAULT_BINARY."
}

# Vault's plugin for Kubernetes authentication as MAESTRO_VAULT_KUBERNETES_BINARY: the Vault built here does not have it in itself.
ensure_vault_kubernetes() {
    if [ -z "${MAESTRO_VAULT_KUBERNETES_BINARY:-}" ]; then
        build_server vault-kubernetes vault-plugin-auth-kubernetes \
            github.com/hashicorp/vault-plugin-auth-kubernetes/cmd/vault-plugin-auth-kubernetes -ldflags "-s -w" || return 1
        MAESTRO_VAULT_KUBERNETES_BINARY=$(server_binary vault-kubernetes vault-plugin-auth-kubernetes)
    fi
    export MAESTRO_VAULT_KUBERNETES_BINARY
}

# The Kubernetes API server as MAESTRO_KUBE_APISERVER_BINARY; it needs an etcd on the PATH.
ensure_kube_apiserver() {
    MAESTRO_KUBE_APISERVER_BINARY=${MAESTRO_KUBE_APISERVER_BINARY:-$(command -v kube-apiserver || true)}
    if [ -z "$MAESTRO_KUBE_APISERVER_BINARY" ]; then
        build_server kubernetes kube-apiserver k8s.io/kubernetes/cmd/kube-apiserver \
            -ldflags "-s -w -X k8s.io/component-base/version.gitVersion=v1.34.4" || return 1
        MAESTRO_KUBE_APISERVER_BINARY=$(server_binary kubernetes kube-apiserver)
    fi
    export MAESTRO_KUBE_APISERVER_BINARY
}
