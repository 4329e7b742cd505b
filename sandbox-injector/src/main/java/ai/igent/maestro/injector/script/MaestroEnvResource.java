package ai.igent.maestro.injector.script;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Serves the script. It holds nothing confidential, so it needs no token: a sandbox fetches it before it has one. */
@Path("/v1/maestro-env")
public class MaestroEnvResource {
    private final String script;

    MaestroEnvResource(ScriptConfig config) {
        script = ScriptSource.read().replace("@injector-url@", config.injectorUrl()).replace("@session-url@", config.sessionUrl());
    }

    @GET
    @PermitAll
    @Produces("text/x-shellscript;charset=UTF-8")
    public String script() {
        return script;
    }
}
