# shellcheck shell=bash
# Runs every test and counts what Surefire wrote down, so that the last line is about the whole suite.

# The sum of one attribute over all reports of a suite of tests.
count_of() {
    find . -path '*/node_modules' -prune -o -path '*/target/surefire-reports/TEST-*.xml' -print0 | xargs -0 -r cat |
        grep -o '<testsuite [^>]*>' | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

run_tests() {
    local ran failed skipped outcome=0
    ensure_test_tools
    find . -path '*/node_modules' -prune -o -type d -path '*/target/surefire-reports' -print0 | xargs -0 -r rm -rf
    run_maven --fail-at-end "$@" verify || outcome=$?
    ran=$(count_of tests)
    failed=$(($(count_of failures) + $(count_of errors)))
    skipped=$(count_of skipped)
    say "$((ran - failed - skipped)) passed, $failed failed, $skipped skipped"
    if [ "$outcome" -ne 0 ] && [ "$failed" -eq 0 ]; then warn "the build failed outside the tests, see above."; fi
    if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
        warn "nothing may be skipped here."
        outcome=1
    fi
    return "$outcome"
}
