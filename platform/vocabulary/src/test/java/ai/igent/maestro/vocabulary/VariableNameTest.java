package ai.igent.maestro.vocabulary;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VariableNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"AWS_ACCESS_KEY_ID", "_token", "a", "GITHUB_TOKEN_2", "DATABASE_URL", "GIT_TOKEN", "PATHS"})
    void acceptsAPosixName(String name) {
        assertThat(new VariableName(name).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "LD_PRELOAD", "DYLD_INSERT_LIBRARIES", "BASH_ENV", "BASH_FUNC_ls", "NODE_OPTIONS", "IFS",
            "GIT_CONFIG_COUNT",
            "MAESTRO_INJECTOR_URL", "RANDOM", "_", "path", "PERL5DB", "PYTHONBREAKPOINT", "npm_config_script_shell", "GIT_EXTERNAL_DIFF",
            "RUSTC_WRAPPER", "LESSOPEN", "GLIBC_TUNABLES", "OPENSSL_CONF", "LUA_INIT_5_4", "DOTNET_STARTUP_HOOKS"})
    void refusesANameThatWouldChangeHowProgramsRun(String name) {
        assertThatThrownBy(() -> new VariableName(name)).isInstanceOf(InvalidWord.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1A", "A-B", "A B", "A=B", "É", "A\n", "A\u0000", "$(id)", "A'"})
    void refusesWhatIsNoPosixNameAndDoesNotRepeatIt(String name) {
        assertThatThrownBy(() -> new VariableName(name)).isInstanceOfSatisfying(InvalidWord.class,
                refusal -> assertThat(refusal.reason()).startsWith("must be letters"));
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 129})
    void boundsTheLength(int length) {
        String name = "A".repeat(length);
        if (length <= 128) assertThat(new VariableName(name).text()).hasSize(length);
        else
            assertThatThrownBy(() -> new VariableName(name)).isInstanceOf(InvalidWord.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATHS", "MY_PATH", "GIT_TOKEN", "LDAP_PASSWORD", "BASHFUL", "NODE_AUTH_TOKEN", "NPM_TOKEN", "HOMEPAGE",
            "path_", "KUBECONFIG"})
    void takesANameThatOnlyLooksLikeOne(String name) {
        assertThat(new VariableName(name).text()).isEqualTo(name);
    }
}
