package ai.igent.maestro.injector.played;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.GrantRequest;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SessionId;

/** One session as session-service knows it. Every change of its active set is a new revision. */
public final class PlayedSession {
    private final SessionId id = SessionId.of(UUID.randomUUID());
    private final List<GrantItem> items = new ArrayList<>();
    private final List<GrantRequest> asked = new CopyOnWriteArrayList<>();
    private final List<BundleReport> reports = new CopyOnWriteArrayList<>();
    private final Map<Long, String> tokens = new HashMap<>();
    private final Instant expiresAt = Instant.now().plusSeconds(3600);
    private long revision;
    private long generation = 1;
    private boolean ended;
    private int looks;

    PlayedSession() {}

    public SessionId id() {
        return id;
    }

    /** A token of its sandbox, as it was at the last enrolment. */
    public synchronized String token() {
        return tokens.computeIfAbsent(generation, number -> TestTokens.sandbox(id, number));
    }

    /** One more of the same generation, as a renewal gives; from now on it is {@link #token()}. */
    synchronized String anotherToken() {
        tokens.put(generation, TestTokens.sandbox(id, generation));
        return token();
    }

    public synchronized void activate(GrantItem item) {
        items.add(item);
        revision++;
    }

    public synchronized void deactivate(GrantItem item) {
        items.remove(item);
        revision++;
    }

    /** Gives out new tokens; the earlier ones no longer count. */
    public synchronized void renewTokens() {
        generation++;
    }

    /** By somebody's wish or because its time is up: the injector is told the same. */
    public synchronized void end() {
        ended = true;
    }

    public synchronized long revision() {
        return revision;
    }

    /** What the injector asked, in order. */
    public List<GrantRequest> asked() {
        return asked;
    }

    public long deliveries() {
        return asked.stream().filter(request -> request.purpose() == Purpose.DELIVER).count();
    }

    public List<BundleReport> reports() {
        return reports;
    }

    /** How often the injector looked at the revision alone. */
    public synchronized int looks() {
        return looks;
    }

    synchronized boolean isEnded() {
        return ended;
    }

    synchronized Map<String, Object> state() {
        looks++;
        return Map.of("revision", revision, "appliedRevision", 0, "tokenGeneration", generation);
    }

    synchronized GrantAnswer answer(GrantRequest request, String grant) {
        asked.add(request);
        boolean known = request.have() != null && request.have() == revision;
        return new GrantAnswer(revision, generation, expiresAt, known ? null : grant, items);
    }
}
