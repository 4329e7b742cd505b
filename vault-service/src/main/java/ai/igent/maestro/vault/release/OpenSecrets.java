package ai.igent.maestro.vault.release;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.vault.secret.RowSeals;
import ai.igent.maestro.vault.secret.SealedSecret;
import ai.igent.maestro.vocabulary.Owner;

/** Decides on every secret of a grant and opens those that may be released. Asks the key service once per key, outside any transaction. */
@ApplicationScoped
class OpenSecrets {
    private static final Logger LOG = Logger.getLogger(OpenSecrets.class);

    private final OwnerKeys keys;
    private final RowSeals seals;
    private final Clock clock;

    OpenSecrets(OwnerKeys keys, RowSeals seals, Clock clock) {
        this.keys = keys;
        this.seals = seals;
        this.clock = clock;
    }

    /** One decision per item, in their order. A key service that is away fails the whole; a single broken secret does not. */
    Uni<List<Decision>> of(GrantClaims grant, List<GrantItem> items, List<SealedSecret> found) {
        Map<String, SealedSecret> byId = found.stream()
                .collect(Collectors.toMap(sealed -> sealed.secret().id().text(), Function.identity()));
        List<Judged> judged = items.stream().map(item -> judge(grant, item, Optional.ofNullable(byId.get(item.id())))).toList();
        return opened(judged).map(decisions -> judged.stream().map(one -> one.decision(decisions)).toList());
    }

    private Judged judge(GrantClaims grant, GrantItem item, Optional<SealedSecret> found) {
        return found.map(sealed -> new Judged(item, sealed, Entitlement.missing(grant, item, sealed.secret(), clock.instant())))
                .orElseGet(() -> new Judged(item, null, Optional.of(Refusal.NOT_FOUND)));
    }

    /** What becomes of those that are entitled to, by their ids; the ones under the same key together, and one that is named twice once. */
    private Uni<Map<String, Decision>> opened(List<Judged> judged) {
        Map<String, Judged> entitled = judged.stream().filter(Judged::isEntitled)
                .collect(Collectors.toMap(one -> one.item().id(), Function.identity(), (first, again) -> first));
        Map<KeyUse, List<Judged>> byKey = entitled.values().stream().collect(Collectors.groupingBy(Judged::key));
        return Multi.createFrom().iterable(byKey.entrySet())
                .onItem().transformToUniAndConcatenate(use -> open(use.getKey(), use.getValue()))
                .onItem().<Decision>disjoint()
                .collect().asMap(decision -> decision.item().id());
    }

    private Uni<List<Decision>> open(KeyUse use, List<Judged> entitled) {
        return keys.with(use.owner(), use.key(), key -> entitled.stream().map(one -> release(one, key)).toList())
                .onFailure(EnvelopeFailure.KeyDestroyed.class).recoverWithItem(() -> refuse(entitled, Refusal.KEY_DESTROYED))
                .onFailure(OpenSecrets::isBroken).invoke(broken -> LOG.errorf("data key %s does not open", use.key().value()))
                .onFailure(OpenSecrets::isBroken).recoverWithItem(() -> refuse(entitled, Refusal.BROKEN));
    }

    private Decision release(Judged one, DataKey key) {
        try {
            return new Decision.Release(one.item(), one.sealed().secret(), one.sealed().open(seals, key), null);
        } catch (EnvelopeFailure.SealBroken broken) {
            LOG.errorf("secret %s does not open", one.item().id());
            return new Decision.Refuse(one.item(), Refusal.BROKEN);
        }
    }

    private static List<Decision> refuse(List<Judged> entitled, Refusal refusal) {
        return entitled.stream().<Decision>map(one -> new Decision.Refuse(one.item(), refusal)).toList();
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof EnvelopeFailure.SealBroken || failure instanceof EnvelopeFailure.KeyGone;
    }

    private record KeyUse(Owner owner, DataKeyId key) {}

    /** An item of a grant and the secret it names, which is null when there is none. */
    private record Judged(GrantItem item, SealedSecret sealed, Optional<Refusal> missing) {
        boolean isEntitled() {
            return missing.isEmpty();
        }

        KeyUse key() {
            return new KeyUse(sealed.secret().owner(), sealed.secret().dataKey());
        }

        Decision decision(Map<String, Decision> opened) {
            return missing.<Decision>map(refusal -> new Decision.Refuse(item, refusal)).orElseGet(() -> opened.get(item.id()));
        }
    }
}
