# shellcheck shell=bash
# Lets the services' JVMs learn from a first run, so that every later start is faster. Once per build and JDK; without it everything works, slower.

trained_stamp=target/trained-from
training_log=target/training.log

# What the caches were made from: another build or another JDK makes them useless.
training_of_now() {
    cat -- "${build_stamp:?}" "${java_home:?}/release"
}

is_trained() {
    local service
    [ -f "$trained_stamp" ] && training_of_now | cmp -s - "$trained_stamp" || return 1
    for service in "${services[@]:?}"; do
        [ -f "$service/target/quarkus-app/app.aot" ] || return 1
    done
}

# Runs a stack on free ports, with a state of its own that is gone afterwards, straight from what was built.
train_if_untrained() {
    local state outcome=0
    [ "${MAESTRO_AOT:-on}" != off ] || return 0
    if is_trained || stack_is_running; then return 0; fi
    say "Training the services for faster starts (two or three minutes, once per build; MAESTRO_AOT=off does without)"
    rm -f -- "$trained_stamp"
    state=$(mktemp -d)
    # shellcheck disable=SC2064
    trap "rm -rf -- '$state'" EXIT
    (MAESTRO_HOME=$state MAESTRO_PROGRAMS=${root:?} MAESTRO_PORT_BASE=0 MAESTRO_JAVA_OPTIONS='' VAULT_ADDR='' launch train) >"$training_log" 2>&1 || outcome=$?
    rm -rf -- "$state"
    trap - EXIT
    if [ "$outcome" -eq 0 ]; then
        training_of_now >"$trained_stamp"
    else
        warn "the training failed, see $training_log; the services start without it."
    fi
}
