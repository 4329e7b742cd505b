package ai.igent.maestro.web.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

/**
 * The claims of a token that is asked for them on every request. Each is read once: for one that is not of the standard, the library throws and catches
 * an exception each time, which takes as long as a tenth of a request.
 */
class RememberedClaims extends DefaultJWTCallerPrincipal {
    private static final Set<String> STANDARD = Arrays.stream(Claims.values()).map(Claims::name).collect(Collectors.toUnmodifiableSet());

    private final Map<String, Object> read = new HashMap<>();

    RememberedClaims(JwtClaims claims) {
        super(claims);
        for (String name : getClaimNames())
            read.put(name, super.getClaim(name));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        Object known = read.get(name);
        if (known == null && STANDARD.contains(name)) return super.getClaim(name);
        return (T) known;
    }
}
