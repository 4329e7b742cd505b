package ai.igent.maestro.web.identity;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;

/** Where the current request came from, for the audit record. */
@RequestScoped
public class RequestSource {
    private static final int LONGEST_USER_AGENT = 200;

    private final HttpServerRequest request;

    /** The router's request, which is there on edges that are no JAX-RS too. */
    RequestSource(CurrentVertxRequest current) {
        this.request = current.getCurrent().request();
    }

    public String ip() {
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }

    public String userAgent() {
        String agent = request.getHeader("User-Agent");
        return agent == null || agent.length() <= LONGEST_USER_AGENT ? agent : agent.substring(0, LONGEST_USER_AGENT);
    }
}
