package ai.igent.maestro.injector.mask;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Many HTTP clients read no answer before they have sent everything; answered while they send, both sides would wait for each other. So a text that
 * says how short it is is answered when it has been read.
 */
final class AnswerAtTheEnd {
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final int MOST_DIGITS = 9;

    private AnswerAtTheEnd() {}

    static boolean suits(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.length() <= MOST_DIGITS && Integer.parseInt(length) <= LONGEST;
    }
}
