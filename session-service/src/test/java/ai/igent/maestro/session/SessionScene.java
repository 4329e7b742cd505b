package ai.igent.maestro.session;

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

    public void activateAnother(String session) {
        SessionApi.user(user).activate(session, Thing.secret(user, "ANOTHER").known().id());
    }

    public void deactivateAll(String session) {
        SessionApi.user(user).post("/v1/sessions/" + session + "/deactivations", Map.of("all", true)).statusCode(200);
    }
}
