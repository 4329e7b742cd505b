# shellcheck shell=bash
# Looks at the machine and says of each thing whether it is there, and how to get it.

doctor_trouble=0

doctor_line() {
    printf '  %-22s %s\n' "$1" "$2"
}

doctor_needs() {
    local command=$1 hint=$2
    if command -v "$command" >/dev/null; then
        doctor_line "$command" "$(command -v "$command")"
    else
        doctor_line "$command" "MISSING: $hint"
        doctor_trouble=1
    fi
}

doctor_likes() {
    local command=$1 hint=$2
    doctor_line "$command" "$(command -v "$command" || printf 'not there: %s' "$hint")"
}

doctor_maven() {
    local installed
    installed=$(command -v mvn || true)
    if maven_was_fetched; then
        doctor_line maven "fetched by ./maestro"
    elif [ -n "$installed" ]; then
        doctor_line maven "$installed $(maven_version "$installed") (./maestro fetches a newer one if that is too old)"
    else
        doctor_line maven "MISSING: apt-get install maven, or: brew install maven"
        doctor_trouble=1
    fi
}

# The tests need it, and so does "up --vault".
doctor_vault() {
    local found=${MAESTRO_VAULT_BINARY:-$(command -v vault || command -v bao || true)}
    if [ -z "$found" ] && [ -x "$(server_binary vault vault)" ]; then found="$(server_binary vault vault) (built by ./maestro)"; fi
    doctor_line vault "${found:-not there: ./maestro test and ./maestro up --vault build it with Go}"
}

doctor_ports() {
    local base=${MAESTRO_PORT_BASE:-8100} port taken=
    [ "$base" -gt 0 ] || return 0
    for ((port = base; port <= base + 9; port++)); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then taken="$taken $port"; fi
    done
    doctor_line "ports $base-$((base + 9))" "${taken:+in use:}${taken:-free}"
}

doctor() {
    say "To run:"
    if find_java; then
        doctor_line "JDK 25" "${java_home:?}"
    else
        doctor_line "JDK 25" "MISSING: install temurin-25-jdk, or: sdk install java 25-tem"
        doctor_trouble=1
    fi
    doctor_maven
    doctor_needs npm "apt-get install nodejs npm (Node.js 20)"
    doctor_needs curl "apt-get install curl"
    doctor_ports
    say "For the tests (./maestro test installs what it can):"
    doctor_likes go "the Go distribution, 1.25 or newer; builds Vault and the Kubernetes API server"
    doctor_vault
    doctor_likes etcd "apt-get install etcd-server"
    doctor_likes mariadbd "apt-get install mariadb-server-core"
    doctor_likes chromium "apt-get install chromium"
    doctor_likes shellcheck "apt-get install shellcheck"
    doctor_likes zsh "apt-get install zsh"
    doctor_likes busybox "apt-get install busybox"
    doctor_likes kubectl "kustomize does as well"
    say "For the bench (./maestro bench installs what it can):"
    doctor_likes wrk "apt-get install wrk"
    doctor_likes pgbench "apt-get install postgresql-contrib"
    return "$doctor_trouble"
}
