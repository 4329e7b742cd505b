# shellcheck shell=bash
# Builds when the sources are not those of the last build.

build_stamp=target/built-from
build_log=target/build.log
services=(vault-service session-service oauth-service sandbox-injector audit-service console)

# A number that changes with the content of any source that ends up in a program.
sources_now() {
    find . \( -name target -o -name node_modules -o -name .git -o -name .maestro -o -path '*/src/test' -o -path ./docs -o -path ./deploy/kubernetes -o -path ./e2e \) \
        -prune -o -type f ! -name '*.md' -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum
}

build_if_changed() {
    local now
    now=$(sources_now)
    if [ -f "$build_stamp" ] && [ "$(cat "$build_stamp")" = "$now" ] && [ -f console/target/quarkus-app/quarkus-run.jar ]; then
        return 0
    fi
    require_maven
    command -v npm >/dev/null || fail "npm is not installed, the console's page needs it: install Node.js 20 (for example apt-get install nodejs npm)."
    say "Building (a few minutes the first time)"
    mkdir -p target
    rm -f "$build_stamp"
    if ! run_maven -Dmaven.test.skip=true package >"$build_log" 2>&1; then
        grep -E '^\[ERROR\]' "$build_log" | head -n 15 >&2 || true
        fail "the build failed, see $build_log."
    fi
    printf '%s\n' "$now" >"$build_stamp"
}

# The build, and what its programs learned since.
programs_now() {
    cat -- "$build_stamp"
    [ ! -f "${trained_stamp:?}" ] || cat -- "$trained_stamp"
}

# The stack runs from copies, so that the next build does not pull the programs from under it. What a build replaces as a whole is linked.
copy_programs() {
    local service program
    if [ -f "$MAESTRO_PROGRAMS/built-from" ] && programs_now | cmp -s - "$MAESTRO_PROGRAMS/built-from"; then return 0; fi
    if stack_is_running; then return 0; fi
    rm -rf -- "$MAESTRO_PROGRAMS"
    (umask 077 && mkdir -p -- "$MAESTRO_HOME")
    for service in "${services[@]}"; do
        mkdir -p -- "$MAESTRO_PROGRAMS/$service/target"
        cp -al "$service/target/quarkus-app" "$MAESTRO_PROGRAMS/$service/target/" 2>/dev/null ||
            cp -a "$service/target/quarkus-app" "$MAESTRO_PROGRAMS/$service/target/"
    done
    for program in local local/bench; do
        mkdir -p -- "$MAESTRO_PROGRAMS/$program/target"
        cp -a "$program/target/classes" "$program/target/lib" "$MAESTRO_PROGRAMS/$program/target/"
    done
    mkdir -p -- "$MAESTRO_PROGRAMS/deploy"
    cp -a deploy/vault "$MAESTRO_PROGRAMS/deploy/"
    programs_now >"$MAESTRO_PROGRAMS/built-from"
}

require_programs() {
    [ -d "$MAESTRO_PROGRAMS" ] || fail "nothing has been started with the state folder $MAESTRO_HOME yet."
}

stack_is_running() {
    local pid
    [ -f "$MAESTRO_HOME/run/launcher.pid" ] || return 1
    read -r pid _ <"$MAESTRO_HOME/run/launcher.pid" || return 1
    kill -0 "$pid" 2>/dev/null
}
