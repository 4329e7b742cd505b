package ai.igent.maestro.local.issuer;

import java.util.List;
import java.util.Optional;

/**
 * An issuer of its own under one path: its people, its applications, its rules.
 *
 * @param audience whom its access tokens are for
 * @param rotatesRefreshTokens each refresh token works once, and using one again ends all that came from it
 */
record Realm(String name, String title, String audience, List<Person> people, List<Client> clients, boolean rotatesRefreshTokens) {
    Optional<Person> person(String subject) {
        return people.stream().filter(person -> person.subject().equals(subject)).findFirst();
    }

    Optional<Client> client(String id) {
        return clients.stream().filter(client -> client.id().equals(id)).findFirst();
    }
}
