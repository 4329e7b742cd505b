package ai.igent.maestro.local.issuer;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

/** Authorization codes: a minute, one use. */
final class Codes {
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final Clock clock;

    Codes(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a code stands for.
     *
     * @param challenge {@code null} when the client did without PKCE
     * @param nonce goes into the identity token; {@code null} when the client sent none
     */
    record Issued(SignIn signIn, URI redirect, CodeChallenge challenge, String nonce, Instant expires) {
        boolean answers(CodeVerifier verifier) {
            if (challenge == null)
                return verifier == null;
            return verifier != null && challenge.equals(CodeChallenge.compute(CodeChallengeMethod.S256, verifier));
        }
    }

    AuthorizationCode issue(SignIn signIn, URI redirect, CodeChallenge challenge, String nonce) {
        issued.values().removeIf(each -> each.expires().isBefore(clock.instant()));
        var code = new AuthorizationCode();
        issued.put(code.getValue(), new Issued(signIn, redirect, challenge, nonce, clock.instant().plus(LIFE)));
        return code;
    }

    /** Uses the code up, whatever comes of it. */
    Optional<Issued> redeem(AuthorizationCode code) {
        return Optional.ofNullable(issued.remove(code.getValue())).filter(each -> each.expires().isAfter(clock.instant()));
    }
}
