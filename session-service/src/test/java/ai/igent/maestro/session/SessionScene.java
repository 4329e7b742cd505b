package ai.igent.maestro.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A user with sessions, for tests of one feature. */
public record SessionScene(String user) {
    public static SessionScene ofNewUser() {
        return new SessionScene(SessionApi.newUser());
    }

    public String sessionWithSomethingActive() {
        String session = SessionApi.session(user);
        SessionApi.user(user).activate(session, Thing.secret(user, "KEY").known().id());
        return session;
    }

    public String session(String agent) {
        return SessionApi.open(Map.of("user", user, "agent", agent)).path("session.id");
    }

    /** The id of a thing of this user's. */
    public String thing() {
        return Thing.secret(user, "KEY").known().id();
    }

    /** The id of consent in advance to {@code thing} in sessions of {@code agent}. */
    public String consentInAdvance(String agent, String thing) {
        return SessionApi.user(user).post("/v1/standing-consents",
                Map.of("agent", agent, "activate", List.of(thing), "until", Instant.now().plus(Duration.ofDays(1)).toString()))
                .statusCode(201).extract().path("id");
    }

    public List<String> active(String session) {
        return SessionApi.activeIds(session);
    }

    public void activateAnother(String session) {
        SessionApi.user(user).activate(session, Thing.secret(user, "ANOTHER").known().id());
    }

    public void deactivateAll(String session) {
        SessionApi.user(user).post("/v1/sessions/" + session + "/deactivations", Map.of("all", true)).statusCode(200);
    }
}
