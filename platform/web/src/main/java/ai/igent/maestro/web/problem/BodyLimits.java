package ai.igent.maestro.web.problem;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Which bodies are read at all: none that is packed, and none without or with too great a length. Streamed ones are those whose resource reads them
 * piece by piece and never whole: they may come without a length, and only the server's own limit applies to them.
 */
@Singleton
class BodyLimits {
    static final String LARGEST = "maestro.web.max-body-size";
    static final String LARGEST_STREAMED = "quarkus.http.limits.max-body-size";
    static final String STREAMED = "maestro.web.streamed-paths";

    private static final int MOST_DIGITS = 18;

    private final long largest;
    private final long largestStreamed;
    private final Optional<Pattern> streamed;

    BodyLimits(@ConfigProperty(name = LARGEST) MemorySize largest, @ConfigProperty(name = LARGEST_STREAMED) MemorySize largestStreamed,
            @ConfigProperty(name = STREAMED) Optional<Pattern> streamed) {
        this.largest = largest.asLongValue();
        this.largestStreamed = largestStreamed.asLongValue();
        this.streamed = streamed;
    }

    boolean isStreamed(HttpServerRequest request) {
        return streamed.isPresent() && streamed.get().matcher(request.path()).matches();
    }

    /** Why the body is not read, or empty when it is. */
    Optional<Problem> objection(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.CONTENT_ENCODING)) return Optional.of(Problem.unsupportedMediaType());
        boolean isStreamed = isStreamed(request);
        if (!isStreamed && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) return Optional.of(Problem.lengthRequired());
        boolean isOver = isOver(isStreamed ? largestStreamed : largest, request.getHeader(HttpHeaders.CONTENT_LENGTH));
        return isOver ? Optional.of(Problem.tooLarge()) : Optional.empty();
    }

    private static boolean isOver(long limit, String length) {
        return length != null && (length.length() > MOST_DIGITS || Long.parseLong(length) > limit);
    }
}
