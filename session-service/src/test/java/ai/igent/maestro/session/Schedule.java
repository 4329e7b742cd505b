package ai.igent.maestro.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import ai.igent.maestro.session.activation.TimeUp;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Source;

import static org.assertj.core.api.Assertions.assertThat;

/** One session and a random course of what may happen to it, some of it at once. After each step, what is granted has to be what was consented to. */
final class Schedule implements Callable<Statistics> {
    private static final int STEPS = 9;
    private static final QuickCall PLATFORM = new QuickCall(TestTokens.platform());
    private static final QuickCall INJECTOR = new QuickCall(TestTokens.service("sandbox-injector"));

    private final long seed;
    private final Random random;
    private final World world;
    private final Statistics statistics = new Statistics();
    private final Consented consented = new Consented();
    private final String user = SessionApi.newUser();
    private final String organization = "org-" + UUID.randomUUID();
    private final List<Thing> things = new ArrayList<>();
    private final QuickCall member = new QuickCall(
            TestTokens.person(user).with("organizations", Map.of(organization, "member")).text());
    private String session;

    /** What schedules share. */
    record World(Database database, ExecutorService threads, OwnersEvents events, TimeUp timeUp, TestClock clock) {}

    Schedule(long seed, World world) {
        this.seed = seed;
        this.random = new Random(seed);
        this.world = world;
    }

    @Override
    public Statistics call() {
        try {
            begin();
            for (int step = 0; step < STEPS && !consented.isOver(); step++) {
                oneStep();
                check();
            }
            new Ledger(world.database(), session).check();
            return statistics;
        } catch (Throwable wrong) {
            throw new AssertionError("the schedule with seed " + seed, wrong);
        }
    }

    private void begin() {
        var opened = PLATFORM.post("/v1/sessions", Map.of("user", user, "organization", organization));
        assertThat(opened.status()).as("a new session").isEqualTo(201);
        session = opened.body().path("session").path("id").asText();
        things.add(Thing.secret(user, "OWN").known());
        things.add(Thing.secret(user, "RIVAL").as("SAME").known());
        things.add(Thing.connection(user, "CONNECTION").as("SAME").known());
        things.add(Thing.secret(user, "SHARED").ownedBy(Owner.organization(organization)).known());
        statistics.count("schedules");
    }

    private void oneStep() throws Exception {
        statistics.count("steps");
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> confirm(some()).call();
            case 3 -> twiceAtOnce();
            case 4, 5 -> atOnce(confirm(some()), deactivate(some()));
            case 6 -> atOnce(confirm(some()), this::check, this::check);
            case 7 -> atOnce(timeUp(some()), confirm(some()));
            case 8 -> changeAtOwner(random.nextInt(things.size()));
            case 9 -> ownerAway();
            case 10 -> world.clock().setWrong(Duration.ofMinutes(-random.nextInt(120)));
            case 11 -> atOnce(removal(), confirm(Set.of(3)));
            case 12 -> atOnce(confirm(some()), random.nextBoolean() ? end() : expire());
            default -> atOnce(deactivate(some()), timeUp(some()), confirm(some()));
        }
    }

    private Callable<Void> confirm(Set<Integer> which) {
        return () -> {
            var shown = request(which);
            if (shown != null) confirm(shown);
            return null;
        };
    }

    /** Two confirmations of one request: one of them at most counts. */
    private void twiceAtOnce() throws Exception {
        var shown = request(some());
        if (shown == null) return;
        var answers = results(List.<Callable<Integer>>of(() -> confirm(shown), () -> confirm(shown)));
        assertThat(answers.stream().filter(status -> status == 202).count()).as("of two confirmations").isLessThanOrEqualTo(1);
    }

    /** Null when nothing can be confirmed. */
    private JsonNode request(Set<Integer> which) {
        List<String> ids = which.stream().map(at -> things.get(at).id()).toList();
        var answer = member.post("/v1/sessions/" + session + "/activation-requests", Map.of("activate", ids));
        assertThat(answer.status()).as("request").isIn(201, 409, 422, 503);
        return answer.status() == 201 && answer.body().has("confirmation") ? answer.body() : null;
    }

    private int confirm(JsonNode shown) {
        Set<String> ids = new HashSet<>();
        shown.path("activate").forEach(item -> ids.add(item.path("id").asText()));
        Set<String> exactly = things.stream().filter(thing -> ids.contains(thing.id())).map(Schedule::written).collect(Collectors.toSet());
        var confirmation = consented.confirming(exactly);
        var answer = answerTo(shown);
        consented.answered(confirmation, answer.status() == 202);
        statistics.count(answer.status() == 202 ? "confirmed" : "refused " + answer.code());
        assertThat(answer.status()).as("confirmation").isIn(202, 403, 409, 503);
        return answer.status();
    }

    private QuickCall.Answer answerTo(JsonNode shown) {
        var word = shown.path("confirmation");
        return member.post("/v1/activation-requests/" + shown.path("id").asText() + "/confirm",
                Map.of("nonce", word.path("nonce").asText(), "setHash", word.path("setHash").asText()));
    }

    private Callable<Void> deactivate(Set<Integer> which) {
        Set<String> ids = idsOf(which);
        Map<String, ?> what = which.size() == things.size() ? Map.of("all", true) : Map.of("ids", ids);
        return () -> {
            long began = consented.now();
            assertThat(member.post("/v1/sessions/" + session + "/deactivations", what).status()).as("deactivation").isEqualTo(200);
            return withdrawn("deactivations", ids, began);
        };
    }

    private Callable<Void> timeUp(Set<Integer> which) {
        Set<String> ids = idsOf(which);
        return () -> {
            long began = consented.now();
            world.timeUp().of(session, ids);
            return withdrawn("times up", ids, began);
        };
    }

    private Callable<Void> removal() {
        return () -> {
            long began = consented.now();
            var answer = PLATFORM.post("/v1/members/removals", Map.of("organization", organization, "user", user));
            assertThat(answer.status()).as("removal").isEqualTo(200);
            return withdrawn("removals", Set.of(things.get(3).id()), began);
        };
    }

    private Callable<Void> end() {
        return () -> {
            assertThat(PLATFORM.post("/v1/sessions/" + session + "/end", Map.of()).status()).as("end").isEqualTo(200);
            return over("ended");
        };
    }

    private Callable<Void> expire() {
        return () -> {
            world.database().execute("update session set expires_at = now() - interval '1 millisecond' where id = ?", session);
            return over("expired");
        };
    }

    private Void over(String how) {
        statistics.count("sessions " + how);
        consented.over();
        return null;
    }

    /** Raises the epoch; what was shown before is outdated, and the event, twice and with an old one behind it, ends what is active. */
    private void changeAtOwner(int at) {
        var before = things.get(at);
        var after = before.atEpoch(before.item().epoch() + 1).known();
        var outdated = request(Set.of(at));
        things.set(at, after);
        var newest = after.atEpoch(after.item().epoch() + 1).known();
        things.set(at, newest);
        if (outdated != null) {
            int status = answerTo(outdated).status();
            statistics.count("confirmations of something outdated");
            assertThat(status).as("a confirmation of something outdated").isIn(403, 409, 503);
        }
        long began = consented.now();
        world.events().changed(newest, before);
        withdrawn("changes at an owner", Set.of(newest.id()), began);
    }

    private void ownerAway() throws Exception {
        Owners.away(Source.VAULT);
        try {
            confirm(some()).call();
        } finally {
            Owners.back(Source.VAULT);
        }
    }

    private Void withdrawn(String what, Set<String> ids, long began) {
        statistics.count(what);
        consented.withdrawn(ids, began);
        return null;
    }

    private Void check() {
        long asked = consented.now();
        var answer = INJECTOR.post("/internal/v1/sessions/" + session + "/grants", Map.of("purpose", "deliver"));
        assertThat(answer.status()).as("grant").isIn(200, 409);
        if (answer.status() == 409) return null;
        statistics.count("grants");
        Set<String> granted = new HashSet<>();
        answer.body().path("items").forEach(item -> granted
                .add(item.path("id").asText() + "|" + item.path("epoch").asLong() + "|" + item.path("variable").asText()));
        assertThat(consented.objection(asked, answer.body().path("revision").asLong(), granted)).isNull();
        return null;
    }

    private static String written(Thing thing) {
        return thing.id() + "|" + thing.item().epoch() + "|" + thing.item().variable().text();
    }

    private Set<Integer> some() {
        Set<Integer> chosen = IntStream.range(0, things.size()).filter(at -> random.nextInt(3) == 0).boxed().collect(Collectors.toSet());
        return chosen.isEmpty() ? Set.of(random.nextInt(things.size())) : chosen;
    }

    private Set<String> idsOf(Set<Integer> which) {
        return which.stream().map(at -> things.get(at).id()).collect(Collectors.toSet());
    }

    private void atOnce(Callable<Void> one, Callable<Void> other) throws Exception {
        results(List.of(one, other));
    }

    private void atOnce(Callable<Void> one, Callable<Void> other, Callable<Void> third) throws Exception {
        results(List.of(one, other, third));
    }

    private <T> List<T> results(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> each : world.threads().invokeAll(calls))
            results.add(each.get());
        return results;
    }
}
