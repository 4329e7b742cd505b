package ai.igent.maestro.web.identity;

import java.time.Instant;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

/** The caller of the current request. */
@RequestScoped
public class CallerIdentity {
    private final SecurityIdentity identity;
    private final Callers callers;

    CallerIdentity(SecurityIdentity identity, Callers callers) {
        this.identity = identity;
        this.callers = callers;
    }

    /** @throws UnauthorizedException when the request carries no verified token of this suite */
    public Caller current() {
        return callers.of(identity);
    }

    /** The person of the current request, for endpoints that are open to people only. */
    public Caller.Person person() {
        if (current() instanceof Caller.Person person) return person;
        throw new io.quarkus.security.ForbiddenException();
    }

    /** When the issuer made the token of the current request: what it claims, it claimed then. {@link Instant#EPOCH} when the token does not say. */
    public Instant tokenIssuedAt() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Callers.time(token, "iat") : Instant.EPOCH;
    }
}
