# shellcheck shell=bash
# Builds when the sources are not those of the last build.

build_stamp=target/built-from
build_log=target/build.log

# A number that changes with the content of any source that ends up in a program.
sources_now() {
    find . \( -name target -o -name node_modules -o -name .git -o -name .maestro -o -path '*/src/test' -o -path ./docs -o -path ./deploy -o -path ./e2e \) \
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
