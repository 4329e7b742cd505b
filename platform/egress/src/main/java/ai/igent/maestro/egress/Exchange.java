package ai.igent.maestro.egress;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/** One request and its answer, within one deadline. Runs on one Vert.x context; whatever ends it first decides. */
final class Exchange {
    private final Promise<OutgoingAnswer> outcome = Promise.promise();
    private final Buffer received = Buffer.buffer();
    private final Vertx vertx;
    private final HttpClient client;
    private final EgressConfig config;
    private final OutgoingCall call;
    private HttpClientRequest request;

    Exchange(Vertx vertx, HttpClient client, EgressConfig config, OutgoingCall call) {
        this.vertx = vertx;
        this.client = client;
        this.config = config;
        this.call = call;
    }

    Future<OutgoingAnswer> with(AddressGuard guard) {
        long deadline = vertx.setTimer(config.callTimeout().toMillis(), timer -> end(late()));
        vertx.executeBlocking(() -> guard.pin(call.target()), false).onSuccess(this::connect).onFailure(this::refuse);
        return outcome.future().onComplete(done -> vertx.cancelTimer(deadline));
    }

    private void connect(PinnedAddress pinned) {
        var options = new RequestOptions()
                .setMethod(call.form().isPresent() ? HttpMethod.POST : HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(pinned.port(), pinned.address().getHostAddress()))
                .setHost(pinned.host())
                .setPort(pinned.port())
                .setSsl(pinned.usesTls())
                .setURI(pinned.pathAndQuery())
                .setFollowRedirects(false);
        client.request(options).onSuccess(this::send).onFailure(unreachable -> end(new EgressFailure.Unreachable()));
    }

    private void send(HttpClientRequest connected) {
        request = connected;
        if (outcome.future().isComplete()) {
            request.reset();
            return;
        }
        request.putHeader(HttpHeaders.ACCEPT, "application/json").putHeader(HttpHeaders.USER_AGENT, "maestro-secrets");
        call.headers().forEach((name, value) -> request.putHeader(name, OutgoingCall.text(value)));
        call.form().ifPresent(form -> request.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded"));
        request.response().onSuccess(this::receive).onFailure(broken -> end(new EgressFailure.Unanswered()));
        request.end(call.form().map(form -> Buffer.buffer(form.bytes())).orElseGet(Buffer::buffer));
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(broken -> end(new EgressFailure.Unanswered()));
        if (response.statusCode() >= 300 && response.statusCode() < 400) {
            end(new EgressFailure.AnswerRefused());
            return;
        }
        response.handler(this::take);
        response.endHandler(end -> outcome.tryComplete(new OutgoingAnswer(response.statusCode(), headers(response), received.getBytes())));
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        return response.headers().entries().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (first, next) -> first));
    }

    private void take(Buffer chunk) {
        if (received.length() + chunk.length() > config.maxAnswer().asLongValue()) end(new EgressFailure.AnswerRefused());
        else
            received.appendBuffer(chunk);
    }

    private EgressFailure late() {
        return request == null ? new EgressFailure.Unreachable() : new EgressFailure.Unanswered();
    }

    private void refuse(Throwable failure) {
        end(failure instanceof EgressFailure known ? known : new EgressFailure.Unreachable());
    }

    private void end(EgressFailure failure) {
        if (outcome.tryFail(failure) && request != null) request.reset();
    }
}
