package ai.igent.maestro.web.body;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;

/**
 * Refuses the body of a change whose resource reads none, as if it read one without fields: with {@code {"dryRun":true}} the change would be made. No
 * body and an object without fields are the same.
 */
@Provider
class RefuseUnreadBody implements ResteasyReactiveContainerRequestFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final ObjectReader json;
    private final long largest;

    RefuseUnreadBody(ObjectMapper json, @ConfigProperty(name = "maestro.web.max-body-size") MemorySize largest) {
        this.json = json.readerFor(NoFields.class);
        this.largest = largest.asLongValue();
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext context) {
        if (READING.contains(context.getMethod()) || "0".equals(context.getHeaderString(HttpHeaders.CONTENT_LENGTH))) return;
        var call = (ResteasyReactiveRequestContext) context.getServerRequestContext();
        if (!call.serverRequest().isRequestEnded() && !readsBody(call.getTarget())) take(context, call.serverRequest());
    }

    /** A resource that is given the bare request reads its body by itself. */
    private static boolean readsBody(RuntimeResource resource) {
        return Arrays.stream(resource.getHandlerChain()).anyMatch(RequestDeserializeHandler.class::isInstance)
                || Arrays.asList(resource.getParameterTypes()).contains(HttpServerRequest.class);
    }

    private void take(ResteasyReactiveContainerRequestContext context, ServerHttpRequest request) {
        var body = new UnreadBody(largest,
                taken -> objection(taken, context.getMediaType()).ifPresentOrElse(context::resume, context::resume));
        context.suspend();
        request.setReadListener(body);
    }

    private Optional<Throwable> objection(UnreadBody body, MediaType type) {
        if (body.isEmpty()) return Optional.empty();
        if (body.isTooLong()) return Optional.of(new WebApplicationException(Status.REQUEST_ENTITY_TOO_LARGE));
        if (type != null && !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) return Optional.of(new NotSupportedException());
        return unknown(body.bytes());
    }

    private Optional<Throwable> unknown(byte[] body) {
        try {
            json.readValue(body);
            return Optional.empty();
        } catch (IOException refusal) {
            return Optional.of(new WebApplicationException(refusal, Status.BAD_REQUEST));
        }
    }
}
