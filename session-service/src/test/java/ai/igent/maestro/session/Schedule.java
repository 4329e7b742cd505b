package ai.igent.maestro.session;

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

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

import ai.igent.maestro.session.activation.TimeUp;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Source;

import static org.assertj.core.api.Assertions.assertThat;

/** One session and a random course of what may happen to it, some of it at once. After each step, what is granted has to be what was consented to. */
final class Schedule implements Callable<Statistics> {
    private static final int STEPS = 9;

    private final long seed;
    private final Random random;
    private final World world;
    private final Statistics statistics = new Statistics();
    private final Consented consented = new Consented();
    private final String user = SessionApi.newUser();
    private final String organization = "org-" + UUID.randomUUID();
    private final List<Thing> things = new ArrayList<>();
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
        session = SessionApi.open(Map.of("user", user, "organization", organization)).path("session.id");
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
            case 10 -> world.clock().setWrong(java.time.Duration.ofMinutes(-random.nextInt(120)));
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
    private Response request(Set<Integer> which) {
        List<String> ids = which.stream().map(at -> things.get(at).id()).toList();
        var answer = member().post("/v1/sessions/" + session + "/activation-requests", Map.of("activate", ids)).extract();
        assertThat(answer.statusCode()).as("request").isIn(201, 409, 422, 503);
        boolean confirmable = answer.statusCode() == 201 && answer.path("confirmation") != null;
        return confirmable ? answer.response() : null;
    }

    private int confirm(Response shown) {
        Set<String> ids = new HashSet<>(shown.<List<String>>path("activate.id"));
        Set<String> exactly = things.stream().filter(thing -> ids.contains(thing.id())).map(Schedule::written).collect(Collectors.toSet());
        var confirmation = consented.confirming(exactly);
        var answer = member().confirm(shown).extract();
        consented.answered(confirmation, answer.statusCode() == 202);
        statistics.count(answer.statusCode() == 202 ? "confirmed" : "refused " + answer.path("code"));
        assertThat(answer.statusCode()).as("confirmation").isIn(202, 403, 409, 503);
        return answer.statusCode();
    }

    private Callable<Void> deactivate(Set<Integer> which) {
        Set<String> ids = idsOf(which);
        boolean all = which.size() == things.size();
        return () -> {
            long began = consented.now();
            var who = all ? SessionApi.agent(session) : member();
            who.post("/v1/sessions/" + session + "/deactivations", all ? Map.of("all", true) : Map.of("ids", ids)).statusCode(200);
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
            SessionApi.platform().post("/v1/members/removals", Map.of("organization", organization, "user", user)).statusCode(200);
            return withdrawn("removals", Set.of(things.get(3).id()), began);
        };
    }

    private Callable<Void> end() {
        return () -> {
            SessionApi.platform().post("/v1/sessions/" + session + "/end").statusCode(200);
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
            int status = member().confirm(outdated).extract().statusCode();
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
        var answer = SessionApi.injector().post("/internal/v1/sessions/" + session + "/grants", Map.of("purpose", "deliver")).extract();
        assertThat(answer.statusCode()).as("grant").isIn(200, 409);
        if (answer.statusCode() == 409) return null;
        statistics.count("grants");
        assertThat(consented.objection(asked, answer.<Integer>path("revision"), granted(answer))).isNull();
        return null;
    }

    private static Set<String> granted(ExtractableResponse<Response> answer) {
        List<String> ids = answer.path("items.id");
        List<Integer> epochs = answer.path("items.epoch");
        List<String> variables = answer.path("items.variable");
        return IntStream.range(0, ids.size()).mapToObj(at -> ids.get(at) + "|" + epochs.get(at) + "|" + variables.get(at))
                .collect(Collectors.toSet());
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

    private SessionApi member() {
        return SessionApi.with(TestTokens.person(user).with("organizations", Map.of(organization, "member")).text());
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
