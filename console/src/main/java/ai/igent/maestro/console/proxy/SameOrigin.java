package ai.igent.maestro.console.proxy;

import java.net.URI;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * Keeps other sites from changing something with the user's cookie. A call that changes something carries a header that
 * no form and no foreign script can send, and comes from this origin as the browser states it.
 */
@ApplicationScoped
class SameOrigin {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final String origin;

    SameOrigin(@ConfigProperty(name = "maestro.console.url") URI console) {
        this.origin = console.getScheme() + "://" + console.getRawAuthority();
    }

    boolean allows(HttpServerRequest request) {
        return SAFE.contains(request.method())
                || "JavaScript".equals(request.getHeader("X-Requested-With")) && comesFromThisOrigin(request);
    }

    private boolean comesFromThisOrigin(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? origin.equals(request.getHeader("Origin")) : site.equals("same-origin");
    }
}
