package ai.igent.maestro.session.request;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** No cache keeps what confirms a request. */
class KeepFromCaches {
    @ConfirmationShown
    @ServerResponseFilter
    public void keep(ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
