package ai.igent.maestro.vault.verify;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.Form;
import ai.igent.maestro.egress.GuardedHttp;
import ai.igent.maestro.egress.OutgoingAnswer;
import ai.igent.maestro.egress.OutgoingCall;

/** A token request whose token is thrown away: that there was one is all that counts. */
@ApplicationScoped
class TokenRequest {
    /** What a token endpoint says to credentials it does not accept (RFC 6749, section 5.2). */
    private static final Set<String> REFUSALS = Set.of("invalid_client", "invalid_grant", "unauthorized_client");

    private final GuardedHttp http;
    private final Clock clock;

    TokenRequest(GuardedHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * @param account whose credentials they are, as far as they say themselves
     * @param expired what a refusal says when their time is up, or null
     */
    Uni<Verdict> send(URI target, Form form, String account, Pattern expired) {
        return http.call(OutgoingCall.post(target, Optional.empty(), form)).map(answer -> read(answer, account, expired));
    }

    private Verdict read(OutgoingAnswer answer, String account, Pattern expired) {
        try (answer) {
            Optional<JsonNode> json = ProviderText.object(answer);
            if (answer.isSuccess() && json.filter(token -> token.hasNonNull("access_token")).isPresent())
                return Verdict.accepted(account, null, null, clock.instant());
            if (answer.isSuccess()) return Verdict.of(Explanation.PUZZLING);
            if (ProviderText.says(answer, expired)) return Verdict.of(Explanation.EXPIRED_THERE);
            return json.filter(refusal -> REFUSALS.contains(refusal.path("error").asText()))
                    .map(refusal -> Verdict.of(Explanation.REFUSED)).orElseGet(() -> Undecided.verdict(answer.status()));
        }
    }
}
