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

    private final SealedSecretRepository secrets;
    private final OwnerKeys keys;
    private final RowSeals seals;

    Hints(SealedSecretRepository secrets, OwnerKeys keys, RowSeals seals) {
        this.secrets = secrets;
        this.keys = keys;
        this.seals = seals;
    }

    /** The same views, with a hint in each that can have one. A row that is not genuine has none. */
    Uni<List<SecretView>> in(List<SecretView> views) {
        List<String> variables = views.stream().filter(Hints::isVariable).map(view -> view.id().text()).toList();
        return variables.isEmpty()
                ? Uni.createFrom().item(views)
                : secrets.of(variables).chain(this::open).map(known -> fill(views, known));
    }

    static boolean isVariable(SecretView view) {
        return view.kind() == SecretKind.VARIABLE;
    }

    private static List<SecretView> fill(List<SecretView> views, Map<SecretId, String> known) {
        return views.stream().map(view -> isVariable(view) ? view.withHint(known.get(view.id())) : view).toList();
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
