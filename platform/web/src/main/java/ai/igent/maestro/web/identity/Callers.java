package ai.igent.maestro.web.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

import ai.igent.maestro.vocabulary.SessionId;

/** Reads a caller from a verified identity. */
@Singleton
class Callers {
    private final String clientClaim;
    private final String organizationsClaim;
    private final Set<String> interactiveClients;

    Callers(IdentityConfig config) {
        this.clientClaim = config.clientClaim();
        this.organizationsClaim = config.organizationsClaim();
        this.interactiveClients = Set.copyOf(config.interactiveClients());
    }

    /** @throws UnauthorizedException when the identity is not of a verified token of this suite */
    Caller of(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) throw new UnauthorizedException();
        if (identity.hasRole(Role.AGENT)) return new Caller.Agent(session(token), generation(token));
        if (identity.hasRole(Role.SANDBOX)) return new Caller.Sandbox(session(token), generation(token));
        String client = text(token, clientClaim);
        if (client != null && identity.hasRole(Role.ofService(client))) return new Caller.ServiceClient(client);
        return person(token, client, identity.getRoles());
    }

    /** {@link Instant#EPOCH} when the token does not say. */
    static Instant time(JsonWebToken token, String claim) {
        Object seconds = token.getClaim(claim);
        return seconds instanceof Number number ? Instant.ofEpochSecond(number.longValue()) : Instant.EPOCH;
    }

    private Caller.Person person(JsonWebToken token, String client, Set<String> roles) {
        return new Caller.Person(token.getSubject(), organizations(token), roles, client == null ? "" : client,
                interactiveClients.contains(client == null ? "" : client), time(token, "auth_time"));
    }

    private Map<String, Membership> organizations(JsonWebToken token) {
        Map<String, Membership> memberships = new HashMap<>();
        if (token.getClaim(organizationsClaim) instanceof Map<?, ?> claimed)
            claimed.forEach((organization, role) -> memberships.put(organization.toString(), membership(role)));
        return memberships;
    }

    private static Membership membership(Object role) {
        String text = role instanceof JsonString json ? json.getString() : String.valueOf(role);
        return "admin".equals(text) ? Membership.ADMIN : Membership.MEMBER;
    }

    private static SessionId session(JsonWebToken token) {
        String text = text(token, "session");
        if (text == null) throw new UnauthorizedException();
        return new SessionId(text);
    }

    private static long generation(JsonWebToken token) {
        Object generation = token.getClaim("generation");
        if (generation instanceof Number number) return number.longValue();
        if (generation instanceof jakarta.json.JsonNumber number) return number.longValue();
        throw new UnauthorizedException();
    }

    private static String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value instanceof JsonString json) return json.getString();
        return value instanceof String text ? text : null;
    }
}
