package ai.igent.maestro.vocabulary;

import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of an environment variable a secret may be delivered as: POSIX (IEEE Std 1003.1, section 8.1), at most 128 characters, and none that
 * would change which program runs, what a shell or interpreter loads, or that a shell gives a meaning of its own.
 */
public record VariableName(@JsonValue String text) {
    private static final Pattern POSIX = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern DANGEROUS_FAMILY = Pattern.compile("(LD|DYLD|BASH|GIT_CONFIG|MAESTRO)_.*");
    private static final Set<String> DANGEROUS = Set
            .of("""
                    PATH HOME SHELL USER LOGNAME PWD OLDPWD TMPDIR EDITOR VISUAL PAGER BROWSER
                    IFS ENV BASHOPTS SHELLOPTS POSIXLY_CORRECT PS1 PS2 PS3 PS4 PROMPT_COMMAND CDPATH FPATH ZDOTDIR path fpath cdpath status
                    UID EUID GID EGID PPID GROUPS LINENO OPTIND OPTARG OPTERR RANDOM SRANDOM SECONDS EPOCHSECONDS EPOCHREALTIME HISTCMD DIRSTACK FUNCNAME _
                    NODE_OPTIONS NODE_PATH NPM_CONFIG_SCRIPT_SHELL PYTHONPATH PYTHONSTARTUP PYTHONHOME PERL5LIB PERL5OPT PERLLIB RUBYLIB RUBYOPT
                    JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH
                    GCONV_PATH LOCPATH NLSPATH HOSTALIASES RESOLV_HOST_CONF CURL_HOME WGETRC SSH_ASKPASS SUDO_ASKPASS
                    GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_EXEC_PATH GIT_PAGER GIT_EDITOR GIT_PROXY_COMMAND GIT_TEMPLATE_DIR
                    """
                    .strip().split("\\s+"));

    /** @throws InvalidWord with the reason, which does not repeat the name */
    @JsonCreator
    public VariableName {
        if (text == null || !POSIX.matcher(text).matches())
            throw new InvalidWord(
                    "must be letters, digits and underscores, not begin with a digit, and have at most 128 characters");
        if (isDangerous(text)) throw new InvalidWord("this name would change how programs run in the sandbox");
    }

    private static boolean isDangerous(String name) {
        return DANGEROUS.contains(name) || DANGEROUS_FAMILY.matcher(name).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
