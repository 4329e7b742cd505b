package ai.igent.maestro.web.parameter;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpServerRequest;

import ai.igent.maestro.web.parameter.UnfitParameter.Flaw;

/**
 * Refuses a call with a query parameter that its resource does not know or that is there twice, as no resource here takes a list, and a change with one
 * that is empty: with {@code ?dry_run=true} it would be done. Those of pages are passed over where there are none, for all lists are asked alike.
 */
class RefuseUnfitParameters {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> OF_PAGES = Set.of("limit", "cursor");

    private final Map<Method, KnownParameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest head) {
        if (head.query() == null) return;
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        KnownParameters its = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        if (!its.any()) given.forEach((name, values) -> require(name, values, its, READING.contains(request.getMethod())));
    }

    private static void require(String name, List<String> values, KnownParameters its, boolean reads) {
        boolean isKnown = its.names().contains(name) || reads && OF_PAGES.contains(name);
        if (!isKnown) throw new UnfitParameter(name, Flaw.UNKNOWN);
        if (values.size() > 1) throw new UnfitParameter(name, Flaw.REPEATED);
        if (!reads && values.getFirst().isEmpty()) throw new UnfitParameter(name, Flaw.EMPTY);
    }
}
