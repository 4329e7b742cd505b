package ai.igent.maestro.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.vertx.core.Vertx;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretValue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The guard against a real server on loopback, with name resolution in the test's hand. */
class GuardedHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger resolutions = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private volatile String seen;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", this::echo);
        server.createContext("/headers", exchange -> {
            exchange.getResponseHeaders().set("X-Seen", exchange.getRequestHeaders().getFirst("X-Version"));
            answer(exchange, 200, "{}");
        });
        server.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(FixedEgress.MAX_ANSWER + 1)));
        server.createContext("/exact", exchange -> answer(exchange, 200, "x".repeat(FixedEgress.MAX_ANSWER)));
        server.createContext("/endless", this::endless);
        server.createContext("/slow", this::slow);
        server.createContext("/trickle", this::trickle);
        server.createContext("/redirect", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            answer(exchange, 302, "");
        });
        server.createContext("/broken", HttpExchange::close);
        server.createContext("/error", exchange -> answer(exchange, 503, "{}"));
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void postsAFormToTheAddressTheNameResolvedTo() {
        var form = new Form().with("code", SecretValue.of("a b&c")).with("plain", "ü");

        try (var answer = guarded(LOOPBACK).call(OutgoingCall.post(at("/echo"), Optional.of(SecretValue.of("Basic eA==")), form))
                .await().atMost(PATIENCE)) {
            assertThat(answer.isSuccess()).isTrue();
            assertThat(new String(answer.body(), UTF_8)).isEqualTo("code=a+b%26c&plain=%C3%BC");
        }
        assertThat(seen).isEqualTo("POST provider.test:" + port() + " Basic eA== application/x-www-form-urlencoded");
    }

    @Test
    void resolvesANameOnceSoThatTheCheckedAddressIsTheCalledOne() {
        get(LOOPBACK, "/echo");

        assertThat(resolutions).hasValue(1);
    }

    @Test
    void refusesAPrivateAddressUnlessItIsAllowed() {
        assertThatThrownBy(() -> get(List.of(), "/echo")).isInstanceOf(EgressFailure.AddressRefused.class);
        assertThat(seen).isNull();
    }

    @Test
    void refusesANameThatAlsoResolvesToAPrivateAddress() {
        NameResolver rebinding = host -> List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("127.0.0.1"));

        assertThatThrownBy(() -> call(guarded(List.of(), rebinding), URI.create("https://provider.test/echo")))
                .isInstanceOf(EgressFailure.AddressRefused.class);
    }

    @Test
    void refusesPlainHttpToAPublicAddress() {
        NameResolver somewhere = host -> List.of(InetAddress.ofLiteral("1.1.1.1"));

        assertThatThrownBy(() -> call(guarded(List.of(), somewhere), URI.create("http://provider.test/token")))
                .isInstanceOf(EgressFailure.AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/x", "http://user@127.0.0.1/x", "file:///etc/passwd", "http:///x", "http://127.0.0.1/x#y"})
    void refusesAddressesOfAnotherForm(String address) {
        assertThatThrownBy(() -> call(guarded(LOOPBACK), URI.create(address))).isInstanceOf(EgressFailure.AddressRefused.class);
    }

    @Test
    void doesNotFollowARedirect() {
        assertThatThrownBy(() -> get(LOOPBACK, "/redirect")).isInstanceOf(EgressFailure.AnswerRefused.class);
        assertThat(seen).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large", "/endless"})
    void refusesAnAnswerThatIsTooLong(String path) {
        assertThatThrownBy(() -> get(LOOPBACK, path)).isInstanceOf(EgressFailure.AnswerRefused.class);
    }

    @Test
    void takesAnAnswerOfExactlyTheGreatestLength() {
        assertThat(get(LOOPBACK, "/exact").body()).hasSize(FixedEgress.MAX_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slow", "/trickle"})
    void givesUpOnAnAnswerThatTakesTooLong(String path) {
        assertThatThrownBy(() -> get(LOOPBACK, path)).isInstanceOf(EgressFailure.Unanswered.class);
    }

    @Test
    void saysThatARequestMayHaveArrivedWhenTheConnectionBreaks() {
        assertThatThrownBy(() -> get(LOOPBACK, "/broken")).isInstanceOfSatisfying(EgressFailure.class,
                failure -> assertThat(failure.mayHaveArrived()).isTrue());
    }

    @Test
    void saysThatNothingArrivedWhereNobodyListens() throws IOException {
        int unused;
        try (var socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }

        assertThatThrownBy(() -> call(guarded(LOOPBACK), URI.create("http://provider.test:" + unused + "/")))
                .isInstanceOfSatisfying(EgressFailure.Unreachable.class, failure -> assertThat(failure.mayHaveArrived()).isFalse());
    }

    @Test
    void anUnknownNameIsUnreachable() {
        NameResolver nowhere = host -> {
            throw new UnknownHostException(host);
        };

        assertThatThrownBy(() -> call(guarded(LOOPBACK, nowhere), at("/echo"))).isInstanceOf(EgressFailure.Unreachable.class);
    }

    @Test
    void anErrorIsAnAnswer() {
        assertThat(get(LOOPBACK, "/error").status()).isEqualTo(503);
    }

    @Test
    void carriesFurtherHeadersAndGivesThoseOfTheAnswer() {
        var call = OutgoingCall.get(at("/headers"), SecretValue.of("Bearer x")).with("X-Version", "7");

        var answer = guarded(LOOPBACK).call(call).await().atMost(PATIENCE);

        assertThat(answer.header("X-Seen")).contains("7");
        assertThat(answer.header("x-absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x\r\nX-Smuggled: 1", "Bearer x\n", "Bearer \u00e4", " x", "x\u007f"})
    void aHeaderThatCouldBecomeMoreThanOneIsNoHeader(String value) {
        assertThatThrownBy(() -> OutgoingCall.get(at("/echo"), SecretValue.of(value))).isInstanceOf(InvalidWord.class);
    }

    @Test
    void aHostIsPinnedForOtherProtocolsByTheSameRules() {
        assertThat(names(LOOPBACK).pin("db.test").await().atMost(PATIENCE)).isEqualTo(
                new GuardedNames.Pinned(InetAddress.ofLiteral("127.0.0.1"), true));
        assertThatThrownBy(() -> names(List.of()).pin("db.test").await().atMost(PATIENCE))
                .isInstanceOf(EgressFailure.AddressRefused.class);
    }

    @Test
    void nothingOfACallOrAnAnswerPrints() {
        var call = OutgoingCall.post(at("/echo"), Optional.of(SecretValue.of("canary-header")), new Form().with("code", "canary-code"));
        var answer = new OutgoingAnswer(200, "canary-body".getBytes(UTF_8));

        assertThat(call + " " + answer).doesNotContain("canary");
    }

    private OutgoingAnswer get(List<String> ranges, String path) {
        return call(guarded(ranges), at(path));
    }

    private static OutgoingAnswer call(GuardedHttp http, URI target) {
        return http.call(OutgoingCall.get(target, SecretValue.of("Bearer x"))).await().atMost(PATIENCE);
    }

    private GuardedHttp guarded(List<String> ranges) {
        return guarded(ranges, host -> {
            resolutions.incrementAndGet();
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        });
    }

    private GuardedNames names(List<String> ranges) {
        var config = new FixedEgress(ranges);
        return new GuardedNames(vertx, new AddressGuard(host -> List.of(InetAddress.ofLiteral("127.0.0.1")), new AddressRules(config)),
                config);
    }

    private GuardedHttp guarded(List<String> ranges, NameResolver names) {
        var config = new FixedEgress(ranges);
        return new GuardedHttp(vertx, new AddressGuard(names, new AddressRules(config)), config);
    }

    private URI at(String path) {
        return URI.create("http://provider.test:" + port() + path);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void echo(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        seen = exchange.getRequestMethod() + " " + headers.getFirst("Host") + " " + headers.getFirst("Authorization") + " "
                + headers.getFirst("Content-Type");
        answer(exchange, 200, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            while (true)
                body.write(new byte[512]);
        }
    }

    private void slow(HttpExchange exchange) throws IOException {
        waitForTheEnd();
        answer(exchange, 200, "late");
    }

    /** Sends a byte now and then, so that no single pause is long. */
    private void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        try (var body = exchange.getResponseBody()) {
            for (int sent = 0; sent < 1000 && released.getCount() > 0; sent++) {
                body.write('x');
                body.flush();
                released.await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForTheEnd() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        }
    }
}
