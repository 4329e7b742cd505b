package ai.igent.maestro.local.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.measure.Call;
import ai.igent.maestro.local.journey.Answer;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.SideBySide;

/** Sessions with a sandbox each, in which the same five secrets are active. */
public final class Sandboxes {
    public static final int SECRETS = 5;

    private final List<Sandbox> all;

    private Sandboxes(List<Sandbox> all) {
        this.all = all;
    }

    /** One of them. Not printed: it holds a token. */
    public static final class Sandbox {
        private final String session;
        private final String token;
        private final long revision;

        Sandbox(String session, String token, long revision) {
            this.session = session;
            this.token = token;
            this.revision = revision;
        }

        public String session() {
            return session;
        }

        public String token() {
            return token;
        }

        public long revision() {
            return revision;
        }

        public Call fetch() {
            return Call.get("/v1/sandboxes/" + session + "/bundle").with("Accept", "application/json").as(token);
        }
    }

    static Sandboxes prepare(Lab lab, int number) {
        Client alice = lab.as("alice");
        Client platform = lab.as("platform");
        String attempt = "_" + System.nanoTime();
        List<String> secrets = IntStream.range(0, SECRETS).mapToObj(each -> register(alice, "BENCH_DELIVERED_" + each + attempt)).toList();
        return new Sandboxes(SideBySide.each(IntStream.range(0, number).boxed().toList(), "a session could not be prepared",
                each -> open(lab, platform, alice, secrets)));
    }

    public List<Sandbox> all() {
        return all;
    }

    public List<Sandbox> some(int number) {
        return all.subList(0, Math.min(number, all.size()));
    }

    /** A secret of the size of an API key; answers its id. */
    public static String register(Client user, String name) {
        return user.post(Part.VAULT, "/v1/secrets", Map.of("name", name, "value", "bench-value-" + "x".repeat(28))).require(201).text("id");
    }

    /** A session of alice whose sandbox has enrolled; {@code secrets} are active in it. */
    public static Sandbox open(Lab lab, Client platform, Client alice, List<String> secrets) {
        var created = platform.post(Part.SESSION, "/v1/sessions", Map.of("user", "alice", "agent", "bench")).require(201);
        var sandbox = enrol(lab, created);
        return secrets.isEmpty() ? sandbox : new Sandbox(sandbox.session, sandbox.token, activate(alice, sandbox.session, secrets));
    }

    /** The sandbox of a session that was just created, as it stands. */
    public static Sandbox enrol(Lab lab, Answer created) {
        var session = created.body().path("session");
        String token = lab.suite().with(created.text("agentToken"))
                .post(Part.SESSION, "/v1/sandboxes/enrol", Map.of("code", created.text("enrolmentCode"))).require(200).text("sandboxToken");
        return new Sandbox(session.path("id").asText(), token, session.path("revision").asLong());
    }

    /** The revision in which {@code secrets} are active too. */
    public static long activate(Client alice, String session, List<String> secrets) {
        var request = request(alice, session, secrets);
        return Long.parseLong(alice.post(Part.SESSION, "/v1/activation-requests/" + request.id() + "/confirm", request.consent())
                .require(200, 202).text("revision"));
    }

    /** What alice would have to say yes to. */
    public static Request request(Client alice, String session, List<String> secrets) {
        var asked = alice.post(Part.SESSION, "/v1/sessions/" + session + "/activation-requests", Map.of("activate", secrets)).require(201);
        var confirmation = asked.body().path("confirmation");
        return new Request(asked.text("id"),
                Map.of("nonce", confirmation.path("nonce").asText(), "setHash", confirmation.path("setHash").asText()));
    }

    public record Request(String id, Map<String, String> consent) {}
}
