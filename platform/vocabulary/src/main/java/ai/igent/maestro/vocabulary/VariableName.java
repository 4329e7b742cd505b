package ai.igent.maestro.vocabulary;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of an environment variable a secret may be delivered as: POSIX (IEEE Std 1003.1, section 8.1), at most 128 characters, and none that
 * would change which program runs, what a shell or interpreter loads, or that a shell gives a meaning of its own.
 */
public record VariableName(@JsonValue String text) {
    private static final int LONGEST = 128;
    private static final List<String> DANGEROUS_FAMILIES = List.of("LD_", "DYLD_", "BASH_", "GIT_CONFIG_", "MAESTRO_", "NPM_CONFIG_",
            "npm_config_", "LUA_INIT_", "CORECLR_", "COR_PROFILER_");
    private static final Set<String> DANGEROUS = Set
            .of("""
                    PATH HOME SHELL USER LOGNAME PWD OLDPWD TMPDIR TMP TEMP EDITOR VISUAL FCEDIT PAGER MANPAGER SYSTEMD_PAGER BROWSER
                    IFS ENV BASHOPTS SHELLOPTS POSIXLY_CORRECT PS1 PS2 PS3 PS4 PROMPT_COMMAND CDPATH FPATH ZDOTDIR path fpath cdpath manpath
                    module_path MODULE_PATH NULLCMD READNULLCMD precmd_functions preexec_functions chpwd_functions status argv
                    UID EUID GID EGID PPID GROUPS LINENO OPTIND OPTARG OPTERR RANDOM SRANDOM SECONDS EPOCHSECONDS EPOCHREALTIME HISTCMD DIRSTACK FUNCNAME _
                    HISTFILE INPUTRC GLOBIGNORE EXECIGNORE FIGNORE TMOUT TERMINFO TERMINFO_DIRS TERMCAP XDG_CONFIG_HOME XDG_CONFIG_DIRS XDG_DATA_HOME
                    XDG_DATA_DIRS XDG_RUNTIME_DIR
                    NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED NODE_REPL_EXTERNAL_MODULE
                    PYTHONPATH PYTHONSTARTUP PYTHONHOME PYTHONBREAKPOINT PYTHONINSPECT PYTHONUSERBASE PYTHONEXECUTABLE PYTHONWARNINGS PIP_CONFIG_FILE
                    PERL5LIB PERL5OPT PERL5DB PERLLIB RUBYLIB RUBYOPT RUBYSHELL GEM_HOME GEM_PATH BUNDLE_GEMFILE
                    JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS JAVA_OPTS JAVA_HOME CLASSPATH MAVEN_OPTS MAVEN_ARGS GRADLE_OPTS SBT_OPTS
                    PHPRC PHP_INI_SCAN_DIR LUA_INIT LUA_PATH LUA_CPATH R_PROFILE R_PROFILE_USER R_ENVIRON R_ENVIRON_USER R_LIBS JULIA_LOAD_PATH
                    DOTNET_STARTUP_HOOKS COR_ENABLE_PROFILING COR_PROFILER ERL_FLAGS ERL_AFLAGS ERL_ZFLAGS ERL_LIBS ELIXIR_ERL_OPTIONS GOFLAGS GOROOT GOPATH GOPROXY
                    RUSTC RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER RUSTFLAGS RUSTDOC CARGO_HOME MAKEFLAGS GNUMAKEFLAGS MAKEFILES MFLAGS
                    GCONV_PATH LOCPATH NLSPATH HOSTALIASES RESOLV_HOST_CONF GLIBC_TUNABLES OPENSSL_CONF OPENSSL_MODULES OPENSSL_ENGINES SSLKEYLOGFILE
                    SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE REQUESTS_CA_BUNDLE CURL_HOME WGETRC TAR_OPTIONS
                    LESSOPEN LESSCLOSE LESSKEY VIMINIT EXINIT SSH_ASKPASS SSH_ASKPASS_REQUIRE SUDO_ASKPASS RSYNC_RSH RSYNC_CONNECT_PROG CVS_RSH SVN_SSH
                    GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_EXEC_PATH GIT_PAGER GIT_EDITOR GIT_SEQUENCE_EDITOR GIT_PROXY_COMMAND GIT_TEMPLATE_DIR
                    GIT_CONFIG GIT_EXTERNAL_DIFF GIT_DIR GIT_WORK_TREE GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_INDEX_FILE
                    GIT_SSL_NO_VERIFY GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_ALLOW_PROTOCOL GIT_ATTR_SOURCE
                    """
                    .strip().split("\\s+"));

    /** @throws InvalidWord with the reason, which does not repeat the name */
    @JsonCreator
    public VariableName {
        if (text == null || !isPosix(text))
            throw new InvalidWord(
                    "must be letters, digits and underscores, not begin with a digit, and have at most 128 characters");
        if (isDangerous(text)) throw new InvalidWord("this name would change how programs run in the sandbox");
    }

    private static boolean isPosix(String name) {
        if (name.isEmpty() || name.length() > LONGEST || !Ascii.isLetter(name.charAt(0)) && name.charAt(0) != '_') return false;
        for (int i = 1; i < name.length(); i++)
            if (!Ascii.isLetterOrDigit(name.charAt(i)) && name.charAt(i) != '_') return false;
        return true;
    }

    private static boolean isDangerous(String name) {
        if (DANGEROUS.contains(name)) return true;
        for (String family : DANGEROUS_FAMILIES)
            if (name.startsWith(family)) return true;
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
