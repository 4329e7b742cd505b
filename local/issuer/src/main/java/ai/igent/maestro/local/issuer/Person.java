package ai.igent.maestro.local.issuer;

import java.util.List;
import java.util.Map;

/** Somebody who can sign in. {@code about} is what the sign-in page says of them. */
record Person(String subject, String name, String about, List<String> roles, Map<String, String> organizations) {
    /** Those of the suite. */
    static final List<Person> DEMO = List.of(
            new Person("alice", "Alice", "user, administrator of acme", List.of("user"), Map.of("acme", "admin")),
            new Person("bob", "Bob", "user, member of acme", List.of("user"), Map.of("acme", "member")),
            new Person("carol", "Carol", "user without an organization", List.of("user"), Map.of()),
            new Person("platform", "Platform", "creates and ends sessions", List.of("platform"), Map.of()),
            new Person("auditor", "Auditor", "reads the audit log", List.of("auditor"), Map.of()),
            new Person("operator", "Operator", "looks after keys and jobs", List.of("operator"), Map.of()));

    /** The accounts one can connect. */
    static final List<Person> ACCOUNTS = List.of(account("1001", "alice@acme.example"), account("1002", "bob@acme.example"),
            account("1003", "builds@acme.example"));

    private static Person account(String subject, String login) {
        return new Person(subject, login, "an account at Acme", List.of(), Map.of());
    }
}
