package ai.igent.maestro.injector.played;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import ai.igent.maestro.contracts.internal.GitUse;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.ResolveRequests;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.contracts.internal.ResolvedGrants;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.ReleasedValue;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/** A service that owns values: vault-service or oauth-service. */
public final class PlayedOwner {
    private static final Owner ALICE = Owner.user("alice");

    private final Source source;
    private final String prefix;
    private final HttpServer server = Wire.listen();
    private final Map<String, Value> values = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<String, GitUse> gitUses = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, Map<SessionId, List<GrantItem>>> grants;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean dead;
    private volatile boolean isElder;

    PlayedOwner(Source source, String prefix, Map<String, Map<SessionId, List<GrantItem>>> grants) {
        this.source = source;
        this.prefix = prefix;
        this.grants = grants;
        server.createContext("/internal/v1/resolve", Wire.forInjector(this::resolve));
        server.createContext("/internal/v1/resolve/grants", Wire.forInjector(this::resolveAll));
    }

    String address() {
        return Wire.address(server);
    }

    public GrantItem env(String variable, String value) {
        return item(SecretKind.ENV, variable, value);
    }

    public GrantItem file(String variable, String content) {
        return item(SecretKind.FILE, variable, content);
    }

    public GrantItem variable(String variable, String value) {
        return item(SecretKind.VARIABLE, variable, value);
    }

    public void change(GrantItem item, String value) {
        values.compute(item.id(), (id, old) -> new Value(value, old.version() + 1, old.expiresAt()));
    }

    /** A value that git may give to a host. {@code account} may be null. */
    public GrantItem gitToken(String variable, String value, String host, String username, String account) {
        GrantItem item = env(variable, value);
        gitUses.put(item.id(), new GitUse(host, username, account));
        return item;
    }

    public void expire(GrantItem item, Instant at) {
        values.compute(item.id(), (id, old) -> new Value(old.text(), old.version(), at));
    }

    public void refuse(GrantItem item, String code) {
        refused.put(item.id(), code);
    }

    /** Knows no shared calls from now on. */
    public void beElder() {
        isElder = true;
    }

    /**
     * Holds every answer to one grant alone back until the latch is counted down; shared calls leave everything open, as they do with what takes long.
     * The values are those of when the question came.
     */
    public CountDownLatch stall() {
        gate = new CountDownLatch(1);
        return gate;
    }

    /** Hangs up on everybody from now on. */
    public void die() {
        dead = true;
    }

    public int calls() {
        return calls.get();
    }

    void recover() {
        gate.countDown();
        dead = false;
        isElder = false;
    }

    private GrantItem item(SecretKind kind, String variable, String value) {
        String id = prefix + UUID.randomUUID().toString().replace("-", "");
        values.put(id, new Value(value, 1, null));
        return new GrantItem(id, source, ALICE, 1, new VariableName(variable), kind, DeliveryMode.VALUE);
    }

    private void resolve(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        if (dead) {
            exchange.close();
            return;
        }
        var request = Wire.read(exchange, ResolveRequest.class);
        Resolved resolved = resolved(request.grant(), request.session());
        waitAtGate();
        Wire.answer(exchange, resolved);
    }

    private void resolveAll(HttpExchange exchange) throws IOException {
        if (isElder) {
            Wire.answer(exchange, 404, "{\"code\":\"not-found\"}");
            return;
        }
        if (dead) {
            exchange.close();
            return;
        }
        List<ResolveRequests.Ask> asked = Wire.read(exchange, ResolveRequests.class).grants();
        boolean isLeftOpen = gate.getCount() > 0;
        List<Resolved> answers = new ArrayList<>();
        for (ResolveRequests.Ask ask : asked)
            for (ResolveRequests.Fetch fetch : ask.fetches())
                answers.add(isLeftOpen ? null : resolved(ask.grant(), fetch.session()));
        if (!isLeftOpen) calls.addAndGet(answers.size());
        Wire.answer(exchange, new ResolvedGrants(answers));
    }

    private Resolved resolved(String grant, SessionId session) {
        return resolved(grants.get(grant).get(session).stream().filter(item -> item.source() == source).map(GrantItem::id).toList());
    }

    private Resolved resolved(List<String> ids) {
        var released = ids.stream().filter(id -> !refused.containsKey(id)).map(this::release).toList();
        return new Resolved(released,
                ids.stream().filter(refused::containsKey).map(id -> new Resolved.Failed(id, refused.get(id))).toList());
    }

    private Resolved.Item release(String id) {
        Value value = values.get(id);
        return new Resolved.Item(id, value.version(), "name", value.expiresAt(), ReleasedValue.of(value.text()), gitUses.get(id));
    }

    private void waitAtGate() {
        try {
            gate.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Value(String text, long version, Instant expiresAt) {}
}
