# shellcheck shell=bash
# What the tests need besides Java: installed where that is possible, named where it is not.

# Command and Debian package of each.
test_tools='chromium chromium
shellcheck shellcheck
zsh zsh
busybox busybox
curl curl
git git
etcd etcd-server
mariadbd mariadb-server-core
npm npm'

apt_is_fresh=

can_apt() {
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]
}

apt_install() {
    [ -n "$apt_is_fresh" ] || { apt-get -qq update && apt_is_fresh=yes; } >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$1" >/dev/null 2>&1
}

# Makes sure of a command, or says that tests will be skipped; where nothing may be skipped, that is the end.
ensure_tool() {
    local command=$1 package=$2
    ! command -v "$command" >/dev/null || return 0
    if can_apt; then
        say "Installing $package"
        apt_install "$package" && command -v "$command" >/dev/null && return 0
    fi
    missing_tool "$command"
}

missing_tool() {
    [ "${CI:-}" != true ] || fail "$1 is missing and could not be installed: the tests need it."
    warn "$1 is missing and could not be installed: the tests that need it are skipped."
}

# Either renders the Kubernetes manifests.
ensure_kustomize() {
    export PATH=$PATH:$HOME/go/bin
    ! command -v kubectl >/dev/null || return 0
    ! command -v kustomize >/dev/null || return 0
    if command -v go >/dev/null; then
        say "Building kustomize"
        go install sigs.k8s.io/kustomize/kustomize/v5@v5.7.1 >/dev/null 2>&1 && return 0
    fi
    if can_apt && apt_install kubernetes-client; then return 0; fi
    missing_tool kubectl
}

ensure_test_tools() {
    local command package
    while read -r command package; do
        ensure_tool "$command" "$package"
    done <<<"$test_tools"
    ensure_kustomize
    ensure_vault || missing_tool vault
    ensure_vault_kubernetes || missing_tool vault-plugin-auth-kubernetes
    ensure_kube_apiserver || missing_tool kube-apiserver
}
