package ai.igent.maestro.console.proxy;

import java.util.Locale;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What may pass between browser and service beside method, path, query and body. Everything that is not named stays behind. */
enum Passage {
    /** Calls of the page: no cookies in either direction, no redirects. */
    API("", Set.of("content-type", "content-length", "content-disposition", "etag", "retry-after")),

    /** Steps of an authorization, navigated to by the browser: the cookies that bind it to this browser, and redirects. */
    AUTHORIZATION("__Host-maestro-oauth", Set.of("content-type", "content-length", "retry-after", "location"));

    private static final Set<String> REQUEST_HEADERS = Set.of("accept", "accept-language", "content-type", "content-length",
            "idempotency-key",
            "if-match", "if-none-match", "last-event-id", "traceparent", "tracestate", "user-agent");

    private final String cookiePrefix;
    private final Set<String> responseHeaders;

    Passage(String cookiePrefix, Set<String> responseHeaders) {
        this.cookiePrefix = cookiePrefix;
        this.responseHeaders = responseHeaders;
    }

    void restrictRequest(MultiMap headers, HttpServerRequest from) {
        keep(REQUEST_HEADERS, headers);
        String cookies = from.cookies().stream().filter(cookie -> passes(cookie.getName())).map(Passage::pair)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookies);
        }
    }

    void restrictResponse(MultiMap headers) {
        var cookies = headers.getAll(HttpHeaders.SET_COOKIE).stream().filter(this::passes).toList();
        keep(responseHeaders, headers);
        cookies.forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie));
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private boolean passes(String cookie) {
        return !cookiePrefix.isEmpty() && cookie.startsWith(cookiePrefix);
    }

    private static String pair(Cookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private static void keep(Set<String> names, MultiMap headers) {
        for (String name : Set.copyOf(headers.names())) {
            if (!names.contains(name.toLowerCase(Locale.ROOT))) {
                headers.remove(name);
            }
        }
    }
}
