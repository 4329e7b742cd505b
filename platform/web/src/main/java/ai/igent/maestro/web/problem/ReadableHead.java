package ai.igent.maestro.web.problem;

import java.util.Arrays;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Which heads of requests are read at all: what stands in them unread would be found out in the middle of an answer, when much has been done already. */
final class ReadableHead {
    private static final String NUL = "%00";

    private ReadableHead() {}

    /** Why the request is not served, or empty when it is. An {@code Accept} that says nothing is as good as none (RFC 9110, 12.5.1). */
    static Optional<Problem> objection(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) request.headers().remove(HttpHeaders.ACCEPT);
        else if (accept != null && !areMediaTypes(request)) return Optional.of(Problem.notAcceptable());
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isMediaType(type)) return Optional.of(Problem.unsupportedMediaType());
        return withNul(request.query()).map(name -> Problem.invalid(Problem.repeatable(name), "invalid", "must not contain NUL"));
    }

    /** The name of the first parameter with a NUL, which no text has. */
    private static Optional<String> withNul(String query) {
        if (query == null || !query.contains(NUL)) return Optional.empty();
        return Arrays.stream(query.split("&")).filter(each -> each.contains(NUL)).map(each -> each.split("=", 2)[0]).findFirst();
    }

    private static boolean areMediaTypes(HttpServerRequest request) {
        try {
            for (String accepted : request.headers().getAll(HttpHeaders.ACCEPT))
                MediaTypeHelper.parseHeader(accepted);
            return true;
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    private static boolean isMediaType(String text) {
        try {
            return MediaType.valueOf(text) != null;
        } catch (RuntimeException malformed) {
            return false;
        }
    }
}
