package ai.igent.maestro.local.journey;

import java.net.URI;
import java.util.function.Function;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Token;

/** A running suite, seen from outside. */
public final class Suite {
    private final Function<Part, URI> addresses;

    public Suite(Function<Part, URI> addresses) {
        this.addresses = addresses;
    }

    public URI at(Part part) {
        return addresses.apply(part);
    }

    /** Calls as a demo user who has just signed in at the command line. */
    public Client as(String user) {
        return with(Token.from(at(Part.ISSUER)).of(user));
    }

    /** Calls with a token that somebody was given. */
    public Client with(String token) {
        return new Client(this, token);
    }
}
