# shellcheck shell=bash
# Finds a JDK 25, whatever the default java of the machine is.

java_home=

# The major version of the JDK in a folder; nothing when there is none.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_candidates() {
    local found
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    found=$(command -v javac || true)
    [ -z "$found" ] || dirname -- "$(dirname -- "$(readlink -f -- "$found")")"
    if [ -x /usr/libexec/java_home ]; then /usr/libexec/java_home -v 25 2>/dev/null || true; fi
    printf '%s\n' /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home
}

find_java() {
    local candidate
    while IFS= read -r candidate; do
        if [ "$(jdk_version "$candidate")" = 25 ]; then
            java_home=$candidate
            return 0
        fi
    done < <(jdk_candidates)
    return 1
}

require_java() {
    find_java || fail "no JDK 25 found in JAVA_HOME, PATH, /usr/lib/jvm or ~/.sdkman: install one (for example the package temurin-25-jdk, or: sdk install java 25-tem) and point JAVA_HOME to it."
    export JAVA_HOME=$java_home
}
