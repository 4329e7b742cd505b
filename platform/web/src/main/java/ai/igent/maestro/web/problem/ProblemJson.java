package ai.igent.maestro.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.core.Response;

/** The wire form of a problem. */
final class ProblemJson {
    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    static Map<String, Object> body(Problem problem, String path) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:maestro:problem:" + problem.code());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("instance", path);
        body.put("code", problem.code());
        if (!problem.errors().isEmpty()) body.put("errors", problem.errors());
        problem.extensions().forEach(body::putIfAbsent);
        return body;
    }

    static Response response(Problem problem, String path) {
        var response = Response.status(problem.status()).type(MEDIA_TYPE).header("Cache-Control", "no-store").entity(body(problem, path));
        if (problem.status() == 401) response.header("WWW-Authenticate", "Bearer");
        if (problem.retryAfter() != null) response.header("Retry-After", problem.retryAfter().toSeconds());
        return response.build();
    }
}
