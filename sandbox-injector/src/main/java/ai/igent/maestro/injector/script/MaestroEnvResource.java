package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Serves the script. It holds nothing confidential, so it needs no token: a sandbox fetches it before it has one. */
@Path("/v1/maestro-env")
public class MaestroEnvResource {
    private final String script;

    MaestroEnvResource(ScriptConfig config) {
        script = source().replace("@injector-url@", config.injectorUrl()).replace("@session-url@", config.sessionUrl());
    }

    @GET
    @PermitAll
    @Produces("text/x-shellscript;charset=UTF-8")
    public String script() {
        return script;
    }

    private static String source() {
        try (InputStream file = MaestroEnvResource.class.getResourceAsStream("/maestro-env")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
