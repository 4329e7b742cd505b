# shellcheck shell=bash
# Measures, with a stack of its own that leaves nothing behind.

# Command and Debian package of each.
bench_tools='wrk wrk
pgbench postgresql-contrib'

ensure_bench_tools() {
    local command package
    while read -r command package; do
        command -v "$command" >/dev/null && continue
        if can_apt; then
            say "Installing $package"
            apt_install "$package" || true
        fi
        command -v "$command" >/dev/null || fail "$command is missing and could not be installed: apt-get install $package."
    done <<<"$bench_tools"
    ensure_vault || warn "there is no Vault and no Go to build it with: what is compared with Vault cannot be measured."
}

bench() {
    local state outcome=0
    state=$(mktemp -d)
    # shellcheck disable=SC2064
    trap "rm -rf -- '$state'" EXIT
    MAESTRO_HOME=$state MAESTRO_PORT_BASE=0 VAULT_ADDR='' "${java_home:?}/bin/java" -Xmx256m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
        -cp "$MAESTRO_PROGRAMS/local/bench/target/classes:$MAESTRO_PROGRAMS/local/bench/target/lib/*" ai.igent.maestro.local.bench.Bench "$@" ||
        outcome=$?
    return "$outcome"
}
