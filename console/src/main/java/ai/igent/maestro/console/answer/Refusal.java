package ai.igent.maestro.console.answer;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Why the console itself does not pass a call on, as {@code application/problem+json}. */
public enum Refusal {
    SIGNED_OUT(401, "signed-out", "Not signed in", "The sign-in is over or was never made; load the page again to sign in."),
    CROSS_SITE(403, "cross-site-request", "Refused",
            "A call that changes something must come from this page and carry X-Requested-With: JavaScript."),
    NOT_FOUND(404, "not-found", "Not found", "There is nothing at this address."),
    SERVICE_AWAY(503, "service-unavailable", "Service away", "The service that answers this is away; try again in a moment.");

    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String code;
    private final String title;
    private final String detail;

    Refusal(int status, String code, String title, String detail) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /** The problem as JSON; {@code path} is where it happened, without its query. */
    public String body(String path) {
        return new JsonObject()
                .put("type", "urn:maestro:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .put("code", code)
                .encode();
    }

    /** Ends the request with this problem. */
    public void answer(HttpServerRequest request) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body(request.path()));
    }
}
