# shellcheck shell=bash
# Finds a Maven that is new enough, or has the one on the PATH fetch a newer one from the repository it is configured for.

maven_fetched=3.9.16
maven_cache=${XDG_CACHE_HOME:-$HOME/.cache}/maestro
maven=

# Is the version $1 (x.y.z) at least 3.9.12?
maven_is_new_enough() {
    local major minor patch
    IFS=. read -r major minor patch <<<"$1"
    patch=${patch%%[!0-9]*}
    [ "$major" = 3 ] && [ "$minor" = 9 ] && [ "${patch:-0}" -ge 12 ]
}

maven_version() {
    "$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1
}

maven_was_fetched() {
    [ -x "$maven_cache/apache-maven-$maven_fetched/bin/mvn" ]
}

fetch_maven() {
    local folder
    say "Fetching Maven $maven_fetched (the one installed is older than 3.9.12)"
    folder=$(mktemp -d)
    mvn -B -q -N org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy "-Dartifact=org.apache.maven:apache-maven:$maven_fetched:tar.gz:bin" \
        "-DoutputDirectory=$folder" -Dmdep.useBaseVersion=true || fail "Maven $maven_fetched could not be fetched: install Maven 3.9.12 or newer."
    tar -xzf "$folder/apache-maven-$maven_fetched-bin.tar.gz" -C "$folder"
    mkdir -p -- "$maven_cache"
    rm -rf -- "$maven_cache/apache-maven-$maven_fetched"
    mv -- "$folder/apache-maven-$maven_fetched" "$maven_cache/"
    rm -rf -- "$folder"
}

require_maven() {
    local installed
    maven=$maven_cache/apache-maven-$maven_fetched/bin/mvn
    ! maven_was_fetched || return 0
    installed=$(command -v mvn || true)
    [ -n "$installed" ] || fail "Maven is not installed: install 3.9.12 or newer (for example apt-get install maven, or: brew install maven; an older one fetches a newer by itself)."
    if maven_is_new_enough "$(maven_version "$installed")"; then
        maven=$installed
    else
        fetch_maven
    fi
}

run_maven() {
    MAVEN_OPTS="${MAVEN_OPTS:--Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1}" "$maven" -B "$@"
}
