package ai.igent.maestro.oauth.connection;

import ai.igent.maestro.web.identity.Caller;

/** Who may change a connection. */
@FunctionalInterface
public interface Admission {
    /** @throws ConnectionFailure when the change is not allowed */
    void check(Connection connection);

    /** Its owner, or an admin of the organization that owns it. Whoever cannot even see it is told that there is nothing. */
    static Admission ofManager(Caller.Person person) {
        return connection -> {
            if (!connection.isVisibleTo(person)) throw new ConnectionFailure.NotFound();
            if (!connection.isManagedBy(person)) throw new ConnectionFailure.AdminsOnly();
        };
    }

    /** The manager who asked for the authorization that is under way. */
    static Admission ofWhoeverAsked(Caller.Person person) {
        return connection -> {
            ofManager(person).check(connection);
            if (!connection.wasAskedForBy(person.subject())) throw new ConnectionFailure.AnotherPersonAsked();
        };
    }

    /** This service itself. */
    static Admission ofThisService() {
        return connection -> {};
    }
}
