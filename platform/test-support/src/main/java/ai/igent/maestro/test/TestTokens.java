package ai.igent.maestro.test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.vocabulary.SessionId;

/** Tokens of every kind of caller, good and bad, in their compact form. For one with a difference start from {@link #person}. */
public final class TestTokens {
    private static final Map<String, Map<String, String>> ORGANIZATIONS = Map.of("alice", Map.of("acme", "admin"), "bob",
            Map.of("acme", "member"));

    private TestTokens() {}

    /** The demo users: alice is admin of acme, bob its member, everybody else has no organization. */
    public static String user(String name) {
        return person(name).text();
    }

    public static String platform() {
        return TestToken.person("platform", List.of("platform"), Map.of()).text();
    }

    public static String auditor() {
        return TestToken.person("auditor", List.of("auditor"), Map.of()).text();
    }

    public static String operator() {
        return TestToken.person("operator", List.of("operator"), Map.of()).text();
    }

    public static String service(String client) {
        return TestToken.service(client).text();
    }

    public static String agent(SessionId session) {
        return agent(session, 1);
    }

    public static String agent(SessionId session, long generation) {
        return agentToken(session, generation).text();
    }

    /** An agent's token to change before use. */
    public static TestToken agentToken(SessionId session, long generation) {
        return TestToken.ofSession("agent", session.text(), generation);
    }

    public static String sandbox(SessionId session, long generation) {
        return TestToken.ofSession("sandbox", session.text(), generation).text();
    }

    public static String expired(String user) {
        return person(user).withExpiry(Instant.now().minusSeconds(600)).text();
    }

    public static String wrongAudience(String user) {
        return person(user).withAudience("somebody-else").text();
    }

    public static String wrongIssuer(String user) {
        return person(user).withIssuer("https://issuer.invalid").text();
    }

    /** Right in every claim, signed by a key that the issuer never had. */
    public static String forged(String user) {
        return person(user).forged().text();
    }

    /** A user's token to change before use. */
    public static TestToken person(String name) {
        return TestToken.person(name, List.of("user"), ORGANIZATIONS.getOrDefault(name, Map.of()));
    }
}
