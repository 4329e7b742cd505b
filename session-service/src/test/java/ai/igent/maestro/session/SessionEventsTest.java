package ai.igent.maestro.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static org.assertj.core.api.Assertions.assertThat;

@SessionTest
class SessionEventsTest {
    private final String user = SessionApi.newUser();
    private final SessionApi alice = SessionApi.user(user);
    private String session;
    private Thing key;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        key = Thing.secret(user, "KEY").known();
    }

    @Test
    void beginsWithHowThingsStandAndTellsWhatChanges() {
        try (var page = EventStream.open(session, TestTokens.user(user)); var agent = EventStream.open(session, token())) {
            for (EventStream stream : List.of(page, agent)) {
                stream.awaits("{\"status\":\"active\"}");
                stream.awaits("{\"revision\":0}");
            }
            var request = SessionApi.agent(session).requestIds(session, key.id());
            page.awaits("{\"request\":\"" + request.path("id") + "\",\"status\":\"proposed\"}");

            alice.activate(session, key.id());
            SessionApi.report(session, 1);

            for (EventStream stream : List.of(page, agent)) {
                stream.awaits("{\"revision\":1}");
                stream.awaits("{\"revision\":1,\"outcome\":\"applied\"}");
                stream.awaits("\"status\":\"confirmed\"");
                assertThat(String.join("\n", stream.lines())).doesNotContain("nonce", "setHash", "confirmation");
            }
        }
    }

    @Test
    void whoConnectsAgainSeesHowThingsStandNow() {
        alice.activate(session, key.id());
        try (var first = EventStream.open(session, token())) {
            first.awaits("{\"revision\":1}");
        }
        alice.post("/v1/sessions/" + session + "/deactivations", Map.of("all", true)).statusCode(200);
        try (var second = EventStream.open(session, token())) {
            second.awaits("{\"revision\":2}");
            assertThat(second.lines()).noneMatch(line -> line.contains("{\"revision\":1}"));
        }
    }

    @Test
    void whoKnowsHowThingsStandIsToldOnlyWhatIsNew() {
        String lastId = lastIdAfter("{\"revision\":0}");
        alice.requestIds(session, key.id());
        String laterId = lastIdAfter("\"proposed\"");
        assertThat(laterId).isNotEqualTo(lastId);

        try (var resumed = EventStream.resume(session, TestTokens.user(user), laterId);
                var behind = EventStream.resume(session, TestTokens.user(user), lastId)) {
            behind.awaits("\"proposed\"");
            behind.awaits("{\"revision\":0}");
            alice.activate(session, key.id());
            for (EventStream stream : List.of(resumed, behind))
                stream.awaits("{\"revision\":1}");
            assertThat(resumed.lines()).noneMatch(line -> line.contains("\"status\":\"active\"") || line.contains("{\"revision\":0}"));
        }
    }

    @Test
    void anIdOfAnotherSessionOrOfNothingIsAsGoodAsNone() {
        String elsewhere = SessionApi.session(user);
        String foreign;
        try (var other = EventStream.open(elsewhere, TestTokens.user(user))) {
            foreign = awaitId(other);
        }
        for (String id : List.of(foreign, "x", "0", "a".repeat(4000)))
            try (var stream = EventStream.resume(session, TestTokens.user(user), id)) {
                stream.awaits("{\"status\":\"active\"}");
                stream.awaits("{\"revision\":0}");
            }
    }

    @Test
    void anIdComesOnlyWithTheLastOfWhatIsTold() {
        try (var page = EventStream.open(session, TestTokens.user(user))) {
            awaitId(page);
            List<String> lines = page.lines();
            int at = lines.indexOf("id:" + page.lastId());
            assertThat(lines.subList(0, at)).noneMatch(line -> line.startsWith("id:")).anyMatch(line -> line.contains("\"active\""))
                    .anyMatch(line -> line.contains("\"revision\":0"));
        }
    }

    private String lastIdAfter(String told) {
        try (var page = EventStream.open(session, TestTokens.user(user))) {
            page.awaits(told);
            return awaitId(page);
        }
    }

    private static String awaitId(EventStream stream) {
        stream.awaits("id:");
        return stream.lastId();
    }

    @Test
    void announcesWhatEndsSoon() {
        alice.confirm(alice.request(session, Map.of("activate", List.of(key.id()), "duration", "PT5M"))).statusCode(202);
        try (var page = EventStream.open(session, TestTokens.user(user))) {
            page.awaits("event:expiring");
            page.awaits("\"ids\":[\"" + key.id() + "\"]");
        }
    }

    @Test
    void endsWithItsSession() {
        try (var page = EventStream.open(session, TestTokens.user(user))) {
            page.awaits("\"status\":\"active\"");
            alice.post("/v1/sessions/" + session + "/end").statusCode(200);
            page.awaits("{\"status\":\"ended\"}");
            page.awaitsItsEnd();
        }
        try (var late = EventStream.open(session, TestTokens.user(user))) {
            late.awaits("{\"status\":\"ended\"}");
            late.awaitsItsEnd();
        }
    }

    @Test
    void endsWithItsToken() {
        try (var agent = EventStream.open(session, token()); var page = EventStream.open(session, endingSoon())) {
            agent.awaits("\"status\":\"active\"");
            SessionApi.platform().post("/v1/sessions/" + session + "/tokens").statusCode(200);
            agent.awaitsItsEnd();
            page.awaitsItsEnd();
        }
        try (var refused = EventStream.open(session, token())) {
            assertThat(refused.status()).isEqualTo(401);
        }
    }

    @Test
    void servesABoundedNumberOfStreams() {
        List<EventStream> open = new ArrayList<>();
        try {
            for (int count = 0; count < 20; count++) {
                open.add(EventStream.open(session, token()));
                open.getLast().awaits("\"status\":\"active\"");
            }
            try (var surplus = EventStream.open(session, token())) {
                assertThat(surplus.status()).isEqualTo(429);
                surplus.awaits("too-many-requests");
            }
            try (var elsewhere = EventStream.open(SessionApi.session(user), TestTokens.user(user))) {
                assertThat(elsewhere.status()).isEqualTo(200);
            }
        } finally {
            open.forEach(EventStream::close);
        }
    }

    @Test
    void isNobodyElses() {
        for (String token : List.of(TestTokens.user("carol"), TestTokens.agent(new SessionId(SessionApi.session(user)))))
            try (var refused = EventStream.open(session, token)) {
                assertThat(refused.status()).isEqualTo(404);
            }
    }

    private String token() {
        return TestTokens.agent(new SessionId(session));
    }

    private String endingSoon() {
        return TestTokens.person(user).withExpiry(Instant.now().plusSeconds(3)).text();
    }
}
