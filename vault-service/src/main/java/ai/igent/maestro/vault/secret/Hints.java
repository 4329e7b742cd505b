package ai.igent.maestro.vault.secret;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The values of secrets that were registered as not confidential, to show them beside the name. Never one of another kind: {@link Secret#relabel}
 * does not let what was confidential become a variable.
 */
@ApplicationScoped
class Hints {
    private static final int LONGEST = 200;

    private final SecretRepository secrets;
    private final OwnerKeys keys;
    private final RowSeals seals;

    Hints(SecretRepository secrets, OwnerKeys keys, RowSeals seals) {
        this.secrets = secrets;
        this.keys = keys;
        this.seals = seals;
    }

    /** A hint for each of {@code shown} that has one. A row that is not genuine has none. */
    Uni<Map<SecretId, String>> of(List<Secret> shown) {
        List<String> variables = shown.stream().filter(secret -> secret.labels().kind() == SecretKind.VARIABLE).map(secret -> secret.id)
                .toList();
        return variables.isEmpty() ? Uni.createFrom().item(Map.of()) : secrets.sealed(variables).chain(this::open);
    }

    private Uni<Map<SecretId, String>> open(List<SealedSecret> found) {
        return Multi.createFrom().iterable(found)
                .onItem().transformToUniAndConcatenate(this::hint)
                .collect().with(Collectors.toMap(Hint::id, Hint::text));
    }

    /** Completes with null, which the caller's stream skips, when there is none. */
    private Uni<Hint> hint(SealedSecret sealed) {
        Secret secret = sealed.secret();
        return keys.with(secret.owner(), secret.dataKey(), key -> new Hint(secret.id(), text(sealed.open(seals, key))))
                .onFailure(EnvelopeFailure.SealBroken.class).recoverWithNull()
                .onFailure(EnvelopeFailure.KeyGone.class).recoverWithNull();
    }

    private static String text(SecretValue value) {
        try (value) {
            String text = value.borrow(utf8 -> new String(utf8, UTF_8));
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        }
    }

    private record Hint(SecretId id, String text) {}
}
