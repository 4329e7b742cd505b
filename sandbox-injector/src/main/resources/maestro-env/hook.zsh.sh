# For zsh 5.1 and later.
__maestro_is_supported() { : }
__maestro_is_exported() { [[ ${(tP)1} == *export* ]]; }
__maestro_is_fixed() { [[ ${(tP)1} == *(readonly|array|association)* ]]; }

__maestro_check() {
    [[ -z $__maestro_unfinished && ! -e $__maestro_dir/stale && -e $__maestro_watch ]] || __maestro_update
}

__maestro_update() {
    { emulate -L zsh; setopt no_xtrace no_verbose no_err_exit no_bg_nice no_monitor; } 2>/dev/null
    __maestro_refresh
}

__maestro_install() {
    autoload -Uz add-zsh-hook
    add-zsh-hook preexec __maestro_check
    add-zsh-hook precmd __maestro_check
}
