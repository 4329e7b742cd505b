package ai.igent.maestro.console.proxy;

import org.jboss.logging.Logger;

import io.quarkus.oidc.AccessTokenCredential;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

import ai.igent.maestro.console.answer.Refusal;

/** One call on its way: addressed to the service, under the user's token, with the headers that may pass. */
final class Forwarding implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Destination destination;
    private final AccessTokenCredential token;
    private final Passage passage;

    Forwarding(Destination destination, AccessTokenCredential token, Passage passage) {
        this.destination = destination;
        this.token = token;
        this.passage = passage;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request().setURI(destination.uri());
        passage.restrictRequest(request.headers(), request.proxiedRequest());
        request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken());
        request.putHeader("X-Forwarded-For", request.proxiedRequest().remoteAddress().hostAddress());
        return context.sendRequest().recover(failure -> away(request, failure));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        passage.restrictResponse(context.response().headers());
        return context.sendResponse();
    }

    private Future<ProxyResponse> away(ProxyRequest request, Throwable failure) {
        LOG.warnf("%s does not answer: %s", destination.service(), failure.getClass().getSimpleName());
        return Future.succeededFuture(request.release()
                .response()
                .setStatusCode(Refusal.SERVICE_AWAY.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Refusal.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .setBody(Body.body(Buffer.buffer(Refusal.SERVICE_AWAY.body(request.proxiedRequest().path())))));
    }
}
