me_usage() {
    cat <<'USAGE'
usage: maestro-env COMMAND

  enroll [--code-file FILE]       redeem the enrolment code, from MAESTRO_ENROLMENT_CODE or a file, once
  exec [--revision N [--timeout S]] -- CMD ...
                                  run CMD with the variables and files that are active now
  shell-init bash|zsh             print what gives each command of a shell what is active: eval "$(maestro-env shell-init bash)"
  list                            name what is active; never a value
  status                          this sandbox, its session and its revision
  wait --revision N [--timeout S] return as soon as revision N can be fetched
  diagnose NAME                   why the variable NAME is there, or is not, and what to do
  git-credential get              be git's credential helper: git config credential.helper '!maestro-env git-credential'
  mask                            copy standard input to standard output, with what is active replaced by [NAME]
  scan [PATH]                     look for what is active in a file or directory, or on standard input
  guard install|remove            refuse commits to this repository that contain what is active
  guard scan [PATH ...]           look for what is active in what would be committed now
  help                            this text

environment
  MAESTRO_SANDBOX_DIR    where the token lies (default: ~/.maestro-env)
  MAESTRO_RUNTIME_DIR    where delivered files lie while a command or shell runs (default: a tmpfs, if there is one)
  MAESTRO_GRACE          for how many seconds a shell keeps what it has when Maestro does not answer (default and most: 60)
  MAESTRO_INJECTOR_URL   address of the sandbox injector
  MAESTRO_SESSION_URL    address of the session service

exit status: that of CMD, or
  1 found something, or not delivered
  64 wrong usage    69 Maestro cannot be reached or cannot answer now    70 an answer that makes no sense
  73 cannot write   75 the revision did not come in time    77 session ended, or token no longer valid    78 not enrolled
USAGE
}

me_say() {
    printf 'maestro-env: %s\n' "$*" >&2
}

me_fail() { # STATUS SENTENCE
    me_exit=$1
    shift
    me_say "$@"
    [ -z "$me_lock" ] || rm -f "$me_lock"
    exit "$me_exit"
}

me_wrong_usage() {
    me_fail 64 "$1; see maestro-env help"
}

me_is_number() {
    case $1 in '' | *[!0-9]*) return 1 ;; esac
}

# me_is_alive PID: also of another user's process; one that has ended and was not waited for is not.
me_is_alive() {
    kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ] || return 1
    [ -r "/proc/$1/stat" ] || return 0
    read -r me_stat 2>/dev/null <"/proc/$1/stat" || return 1
    case ${me_stat##*) } in Z*) return 1 ;; esac
}

# me_is_in NAME LIST: whether the list, names separated by commas, has the name.
me_is_in() {
    case ,$2, in *",$1,"*) ;; *) return 1 ;; esac
}

# me_words LIST: the names of a list, separated by spaces. No other program does this: it would get the caller's environment.
me_words() (
    IFS=,
    # shellcheck disable=SC2086 # names, to be split
    set -- $1
    IFS=' '
    printf '%s' "$*"
)

me_nl='
'
