package ai.igent.maestro.console.proxy;

import java.net.URI;

import io.vertx.core.http.RequestOptions;

/** Where a call goes: a service, its base address, and path with query as they will stand in the request line. */
record Destination(String service, URI base, String path, String query) {
    String uri() {
        String prefix = base.getRawPath().endsWith("/")
                ? base.getRawPath().substring(0, base.getRawPath().length() - 1)
                : base.getRawPath();
        return prefix + path + (query == null ? "" : "?" + query);
    }

    /** The connection to ask for; the request line is set later. */
    RequestOptions connection() {
        return new RequestOptions().setAbsoluteURI(base.toString());
    }
}
