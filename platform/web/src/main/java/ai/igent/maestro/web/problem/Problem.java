package ai.igent.maestro.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An RFC 9457 problem before it is written. {@code code} is stable and what programs switch on; {@code detail} is one sentence for people.
 *
 * @param retryAfter when trying again makes sense, or null
 * @param extensions further members, such as the fresh request of {@code set-changed}
 */
public record Problem(int status, String code, String title, String detail, List<FieldError> errors, Duration retryAfter,
        Map<String, Object> extensions) {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Pattern LIKE_A_NAME = Pattern.compile("(?:[A-Za-z_]{1,40}|\\[\\d{1,6}])(?:\\.(?:[A-Za-z_]{1,40}|\\[\\d{1,6}]))*");
    private static final String NOT_REPEATED = "(not repeated)";

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    private static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), null, Map.of());
    }

    public static Problem unreadable(String detail) {
        return of(400, "unreadable", "Unreadable request", detail);
    }

    public static Problem unauthorized() {
        return of(401, "unauthorized", "A valid token is needed",
                "The request carries no token, or one that is expired, revoked or not meant for this service.");
    }

    public static Problem forbidden() {
        return forbidden("forbidden", "This token may not do that.");
    }

    public static Problem forbidden(String code, String detail) {
        return of(403, code, "Not allowed", detail);
    }

    /** The same for what is absent and for what belongs to somebody else, so that ids of others are not confirmed. */
    public static Problem notFound() {
        return of(404, "not-found", "Not found", "There is nothing here, or it is not yours.");
    }

    public static Problem methodNotAllowed() {
        return of(405, "method-not-allowed", "Method not allowed", "This resource does not answer that method.");
    }

    public static Problem conflict(String code, String detail) {
        return of(409, code, "Conflict", detail);
    }

    public static Problem lengthRequired() {
        return of(411, "length-required", "Length required", "Send a Content-Length; chunked bodies are not read.");
    }

    public static Problem stale() {
        return of(412, "stale", "Changed meanwhile", "The If-Match header does not name the current version; read it again.");
    }

    public static Problem tooLarge() {
        return of(413, "too-large", "Too large", "The request is larger than this service reads.");
    }

    public static Problem unsupportedMediaType() {
        return of(415, "unsupported-media-type", "Unsupported media type", "This resource does not read that content type.");
    }

    public static Problem notAcceptable() {
        return of(406, "not-acceptable", "Not acceptable", "This resource does not offer any of the accepted content types.");
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, "invalid", "A field is wrong", "See errors for each field.", errors, null, Map.of());
    }

    public static Problem invalid(String field, String code, String detail) {
        return invalid(List.of(new FieldError(field, code, detail)));
    }

    /** Repeats {@code field} only when it can be a name mistyped: a caller may have put a value where a name belongs. */
    public static Problem unknownField(String field) {
        return new Problem(422, "unknown-field", "Unknown field", "The request has a field this resource does not know.",
                List.of(new FieldError(repeatable(field), "unknown-field", "no such field")), null, Map.of());
    }

    /** {@code field}, if it can be a name mistyped; else words that say it is not repeated. */
    public static String repeatable(String field) {
        return LIKE_A_NAME.matcher(field).matches() ? field : NOT_REPEATED;
    }

    public static Problem tooMany(Duration retryAfter, String detail) {
        return new Problem(429, "too-many-requests", "Too many requests", detail, List.of(), retryAfter, Map.of());
    }

    public static Problem internal() {
        return of(500, "internal", "Internal error", "Something unexpected happened; it is in the service's log.");
    }

    public static Problem unavailable(String code, String detail) {
        return new Problem(503, code, "A dependency is away", detail, List.of(), A_MOMENT, Map.of());
    }

    /** The same problem with a further member. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(extensions);
        more.put(name, value);
        return new Problem(status, code, title, detail, errors, retryAfter, more);
    }

    /** For a bare HTTP status that no feature gave a code. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> unreadable("The request cannot be read.");
            case 401 -> unauthorized();
            case 403 -> forbidden();
            case 404 -> notFound();
            case 405 -> methodNotAllowed();
            case 406 -> notAcceptable();
            case 411 -> lengthRequired();
            case 412 -> stale();
            case 413 -> tooLarge();
            case 415 -> unsupportedMediaType();
            case 429 -> tooMany(A_WHILE, "This was asked for too often; try again later.");
            case 503 -> unavailable("unavailable", "Something this service needs does not answer.");
            default -> status < 500 ? of(status, "refused", "Refused", "The request was refused.") : internal();
        };
    }
}
