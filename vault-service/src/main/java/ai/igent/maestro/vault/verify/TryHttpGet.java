package ai.igent.maestro.vault.verify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.GuardedHttp;
import ai.igent.maestro.egress.OutgoingAnswer;
import ai.igent.maestro.egress.OutgoingCall;
import ai.igent.maestro.vault.catalog.Verification;
import ai.igent.maestro.vocabulary.SecretValue;

/** Reads something harmless at the provider with the value in a header. */
@ApplicationScoped
class TryHttpGet {
    private static final int LONGEST = 8000;

    private final GuardedHttp http;
    private final Clock clock;

    TryHttpGet(GuardedHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    Uni<Verdict> of(Verification.HttpGet how, URI target, Credentials credentials) {
        SecretValue value = credentials.get(how.variable());
        if (value.length() > LONGEST || !OutgoingCall.fitsAHeader(value)) return Uni.createFrom().item(Verdict.of(Explanation.MALFORMED));
        SecretValue carried = carried(how.authorization(), value);
        return http.call(call(how, target, carried)).onTermination().invoke(carried::close).map(answer -> read(how, answer));
    }

    private static OutgoingCall call(Verification.HttpGet how, URI target, SecretValue carried) {
        var call = new OutgoingCall(target, Map.of(how.authorization().name(), carried), Optional.empty());
        for (Map.Entry<String, String> header : how.headers().entrySet())
            call = call.with(header.getKey(), header.getValue());
        return call;
    }

    private static SecretValue carried(Verification.Header header, SecretValue value) {
        return Credentials.read(value, text -> SecretValue.of(header.user() == null ? prefixed(header, text) : basic(header, text)));
    }

    private static String prefixed(Verification.Header header, String text) {
        return header.prefix() == null ? text : header.prefix() + text;
    }

    private static String basic(Verification.Header header, String text) {
        return "Basic " + Base64.getEncoder().encodeToString((header.user() + ":" + text).getBytes(StandardCharsets.UTF_8));
    }

    private Verdict read(Verification.HttpGet how, OutgoingAnswer answer) {
        try (answer) {
            if (answer.isSuccess()) return accepted(how.answer(), answer);
            return switch (answer.status()) {
                case 401 -> Verdict.of(ProviderText.says(answer, how.expired()) ? Explanation.EXPIRED_THERE : Explanation.REFUSED);
                case 403 -> Verdict.of(
                        ProviderText.says(answer, how.accepted()) ? Explanation.ACCEPTED_WITH_FEW_RIGHTS : Explanation.PUZZLING);
                default -> Undecided.verdict(answer.status());
            };
        }
    }

    /** What is no JSON was not answered by the provider, whatever its status. */
    private Verdict accepted(Verification.Answer where, OutgoingAnswer answer) {
        return ProviderText.object(answer)
                .map(json -> Verdict.accepted(ProviderText.name(json, where.account()), scopes(where, json, answer),
                        expiresAt(where, json, answer), clock.instant()))
                .orElseGet(() -> Verdict.of(Explanation.PUZZLING));
    }

    private static List<String> scopes(Verification.Answer where, JsonNode json, OutgoingAnswer answer) {
        if (where.scopesHeader() == null) return ProviderText.names(json, where.scopes());
        return answer.header(where.scopesHeader()).map(ProviderText::names).orElse(null);
    }

    private static Instant expiresAt(Verification.Answer where, JsonNode json, OutgoingAnswer answer) {
        if (where.expiresAtHeader() != null) return answer.header(where.expiresAtHeader()).map(ProviderText::time).orElse(null);
        return where.expiresAt() == null ? null : ProviderText.time(json.at(where.expiresAt()).asText(""));
    }
}
