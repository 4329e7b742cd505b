package ai.igent.maestro.web.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

/** Whoever a verified token speaks for. */
public sealed interface Caller {
    /** The name under which this caller goes on record. */
    Actor actor();

    /**
     * Somebody with an account at the people's issuer: a user, the platform, an auditor, an operator.
     *
     * @param client the OIDC client the token was issued to ({@code azp})
     * @param interactive whether that client is one a person sits at, so that the token may confirm and reveal
     * @param signedInAt when the person last proved who they are, {@link Instant#EPOCH} when the issuer does not say
     */
    record Person(String subject, Map<String, Membership> organizations, Set<String> roles, String client, boolean interactive,
            Instant signedInAt)
            implements
                Caller {
        public Person {
            organizations = Map.copyOf(organizations);
            roles = Set.copyOf(roles);
        }

        public Owner owner() {
            return Owner.user(subject);
        }

        public boolean has(String role) {
            return roles.contains(role);
        }

        public boolean isMemberOf(String organization) {
            return organizations.containsKey(organization);
        }

        public boolean isAdminOf(String organization) {
            return organizations.get(organization) == Membership.ADMIN;
        }

        @Override
        public Actor actor() {
            return new Actor(kind(), subject);
        }

        private ActorKind kind() {
            if (has(Role.USER)) return ActorKind.USER;
            if (has(Role.PLATFORM)) return ActorKind.PLATFORM;
            return has(Role.OPERATOR) ? ActorKind.OPERATOR : ActorKind.AUDITOR;
        }
    }

    /** The agent of one session. {@code generation} is the token's: session-service revokes by raising its own. */
    record Agent(SessionId session, long generation) implements Caller {
        @Override
        public Actor actor() {
            return new Actor(ActorKind.AGENT, session.text());
        }
    }

    /** The sandbox of one session. */
    record Sandbox(SessionId session, long generation) implements Caller {
        @Override
        public Actor actor() {
            return new Actor(ActorKind.SANDBOX, session.text());
        }
    }

    /** One of the suite's own services. */
    record ServiceClient(String clientId) implements Caller {
        @Override
        public Actor actor() {
            return new Actor(ActorKind.SERVICE, clientId);
        }
    }
}
