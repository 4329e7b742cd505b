package ai.igent.maestro.web.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

/**
 * The claims of a token that is asked for them on every request. Each is read by the library, once: for one that is not of the standard it throws and
 * catches an exception each time, which takes as long as a tenth of a request. Only what it read is kept, as many thousand tokens are remembered.
 */
final class RememberedClaims implements JsonWebToken {
    private static final Set<String> STANDARD = Arrays.stream(Claims.values()).map(Claims::name).collect(Collectors.toUnmodifiableSet());
    private static final JsonWebToken WITHOUT_CLAIMS = new DefaultJWTCallerPrincipal(new JwtClaims());
    /** A map of values has no null. */
    private static final Object NULL = new Object();

    private final String name;
    private final Map<String, Object> read;

    RememberedClaims(JwtClaims claims) {
        var library = new DefaultJWTCallerPrincipal(claims);
        name = library.getName();
        read = library.getClaimNames().stream()
                .collect(Collectors.toUnmodifiableMap(String::intern, claim -> compact(claim, library.getClaim(claim))));
    }

    private static Object compact(String claim, Object value) {
        if (value == null) return NULL;
        if (value instanceof Set<?> audiences) return Set.copyOf(audiences);
        return value instanceof String issuer && Claims.iss.name().equals(claim) ? issuer.intern() : value;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<String> getClaimNames() {
        return read.keySet();
    }

    /** Of a standard claim that is missing, what the library says of it: a time is 0. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String claim) {
        Object known = read.get(claim);
        if (known == null) return STANDARD.contains(claim) ? WITHOUT_CLAIMS.getClaim(claim) : null;
        return known == NULL ? null : (T) known;
    }
}
