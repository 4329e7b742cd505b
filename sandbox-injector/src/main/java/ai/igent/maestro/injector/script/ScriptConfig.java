package ai.igent.maestro.injector.script;

import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;

/** The addresses under which sandboxes reach the services. They stand in the script between quotes, hence the pattern. */
@ConfigMapping(prefix = "maestro.injector.script")
interface ScriptConfig {
    String ADDRESS = "https?://[A-Za-z0-9._~:/%@\\[\\]-]+";

    @Pattern(regexp = ADDRESS)
    String injectorUrl();

    @Pattern(regexp = ADDRESS)
    String sessionUrl();
}
