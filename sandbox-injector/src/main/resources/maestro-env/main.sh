#!/bin/sh
# maestro-env: gives commands in a sandbox what is active in its session.
#
# Needs a POSIX shell and curl. Two rules hold throughout. A value or token never stands in an argument list: what holds one goes to curl on its
# standard input and to files by the shell's own printf. And every variable here begins with me_ or MAESTRO_, so that none of the caller's
# exported variables is overwritten, or carries a token on to the command.

{ set +xv; } 2>/dev/null # tracing would print values
set -u
unset -v me_token me_new_token me_old_token me_reply me_code me_enrolment # exported ones would stay exported
me_token='' me_tag='' me_headers='' me_type='' me_lock=''

me_default_injector='@injector-url@'
me_default_session='@session-url@'

@part usage@
@part ask@
@part token@
@part enroll@
@part fetch@
@part files@
@part exec@
@part show@
@part wait@
@part diagnose@
@part git@
@part stream@
@part scan@
@part guard@
@part shell@
@part watch@
# --- which command ---------------------------------------------------------------------------------------------------------------------------

case $(command -v printf) in /*) me_fail 70 "this shell has no printf of its own, so values would show in argument lists" ;; esac
command -v curl >/dev/null || me_fail 69 "curl is missing"

me_home=${MAESTRO_SANDBOX_DIR:-${HOME:-}/.maestro-env}
MAESTRO_INJECTOR_URL=${MAESTRO_INJECTOR_URL:-$me_default_injector}
MAESTRO_INJECTOR_URL=${MAESTRO_INJECTOR_URL%/}
MAESTRO_SESSION_URL=${MAESTRO_SESSION_URL:-$me_default_session}
MAESTRO_SESSION_URL=${MAESTRO_SESSION_URL%/}

me_enrolment=${MAESTRO_ENROLMENT_CODE:-} me_given=$(me_held)
unset -v MAESTRO_ENROLMENT_CODE
# shellcheck disable=SC2046 # names, to be split
[ -z "$me_given" ] || unset -v $(me_words "$me_given")

me_command=${1-}
[ $# -eq 0 ] || shift
case $me_command in
enroll) me_enroll "$@" ;;
exec) me_exec "$@" ;;
list) me_list "$@" ;;
status) me_show_status "$@" ;;
wait) me_wait "$@" ;;
diagnose) me_diagnose "$@" ;;
shell-init) me_shell_init "$@" ;;
shell-fetch) me_shell_fetch "$@" ;;
watch) me_watch_session "$@" ;;
git-credential) me_git_credential "$@" ;;
mask) me_mask "$@" ;;
scan) me_scan "$@" ;;
guard) me_guard "$@" ;;
help | --help | -h) me_usage ;;
'') me_usage >&2 && exit 64 ;;
*) me_wrong_usage "unknown command" ;;
esac
