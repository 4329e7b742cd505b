package ai.igent.maestro.console.page;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Answers every address of the page with its document, so that links into the page and reloads work. */
@ApplicationScoped
class PageRoutes {
    private static final Pattern NOT_OF_THE_PAGE = Pattern.compile("/(api|oauth|oidc|assets|logout|q)(/.*)?|.*\\.[a-z0-9]{2,5}");
    private static final int NOT_FOUND = 404;

    private final Document document;

    PageRoutes(Document document) {
        this.document = document;
    }

    void register(@Observes Router router) {
        router.route("/*").order(0).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
        router.route("/assets/*").order(0).handler(PageRoutes::cacheForGood);
    }

    private void answer(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals("/index.html")) {
            context.redirect("/");
        } else if (NOT_OF_THE_PAGE.matcher(path).matches()) {
            context.next();
        } else {
            String nonce = document.newNonce();
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader("Content-Security-Policy", ContentSecurity.policy(nonce))
                    .end(document.withNonce(nonce));
        }
    }

    /** The names of assets change with their content; a missing one must not be remembered as missing. */
    private static void cacheForGood(RoutingContext context) {
        context.addHeadersEndHandler(headers -> context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, context.response().getStatusCode() == NOT_FOUND
                        ? "no-store"
                        : "public, max-age=31536000, immutable"));
        context.next();
    }
}
