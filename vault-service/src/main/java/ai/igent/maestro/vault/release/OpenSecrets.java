package ai.igent.maestro.vault.release;

import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import ai.igent.maestro.vault.secret.SealedSecretRepository.Found;
import ai.igent.maestro.vocabulary.Owner;

/** Decides on every secret of grants and opens those that may be released. Asks the key service once per key, outside any transaction. */
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
    Uni<Answered> of(Asked asked, Found found) {
        List<Judged> judged = judge(asked, found, byId(found));
        return opened(judged, this::open).map(decisions -> answered(asked, judged, decisions).orElseThrow());
    }

    /**
     * The same for several grants, in their order. Empty stands for one of which a key is not had at once, or the key service fails: nothing of it is
     * open.
     */
    Uni<List<Optional<Answered>>> ofAll(List<Asked> asked, Found found, AtOnce atOnce) {
        Map<String, SealedSecret> byId = byId(found);
        List<List<Judged>> judged = asked.stream().map(one -> judge(one, found, byId)).toList();
        return opened(judged.stream().flatMap(List::stream).toList(), (use, entitled) -> atOnce.or(List.of(), () -> open(use, entitled)))
                .map(decisions -> IntStream.range(0, asked.size())
                        .mapToObj(at -> answered(asked.get(at), judged.get(at), decisions)).toList());
    }

    private static Map<String, SealedSecret> byId(Found found) {
        return found.secrets().stream().collect(Collectors.toMap(sealed -> sealed.secret().id().text(), Function.identity()));
    }

    private List<Judged> judge(Asked asked, Found found, Map<String, SealedSecret> byId) {
        return asked.items().stream().map(item -> judge(asked.grant(), item, found, Optional.ofNullable(byId.get(item.id())))).toList();
    }

    private Judged judge(GrantClaims grant, GrantItem item, Found found, Optional<SealedSecret> its) {
        return its.map(sealed -> new Judged(item, sealed, Entitlement.missing(grant, item, sealed.secret(), clock.instant())))
                .orElseGet(() -> new Judged(item, null, Optional.of(absence(found, item))));
    }

    private static Refusal absence(Found found, GrantItem item) {
        return found.unreadable().contains(item.id()) ? Refusal.BROKEN : Refusal.NOT_FOUND;
    }

    /** What becomes of those that are entitled to be opened; the ones under the same key together. */
    private static Uni<Map<Judged, Decision>> opened(List<Judged> judged, BiFunction<KeyUse, List<Judged>, Uni<List<Decision>>> open) {
        Map<KeyUse, List<Judged>> byKey = judged.stream().filter(Judged::isEntitled).collect(Collectors.groupingBy(Judged::key));
        Map<Judged, Decision> decisions = new IdentityHashMap<>();
        return Multi.createFrom().iterable(byKey.entrySet())
                .onItem().transformToUniAndConcatenate(use -> open.apply(use.getKey(), use.getValue())
                        .invoke(made -> IntStream.range(0, made.size()).forEach(at -> decisions.put(use.getValue().get(at), made.get(at)))))
                .collect().last().replaceWith(decisions);
    }

    private Uni<List<Decision>> open(KeyUse use, List<Judged> entitled) {
        return keys.with(use.owner(), use.key(), key -> entitled.stream().map(one -> release(one, key)).toList())
                .onFailure(EnvelopeFailure.KeyDestroyed.class).recoverWithItem(() -> refuse(entitled, Refusal.KEY_DESTROYED))
                .onFailure(OpenSecrets::isBroken).invoke(broken -> LOG.errorf("data key %s does not open", use.key().value()))
                .onFailure(OpenSecrets::isBroken).recoverWithItem(() -> refuse(entitled, Refusal.BROKEN));
    }

    /** Empty when one of them was not opened; the others are closed then. */
    private static Optional<Answered> answered(Asked asked, List<Judged> judged, Map<Judged, Decision> opened) {
        var answered = asked.answered(judged.stream().map(one -> one.decision(opened)).filter(Objects::nonNull).toList());
        if (answered.decisions().size() == judged.size()) return Optional.of(answered);
        answered.wipe();
        return Optional.empty();
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

        /** Null when it was to be opened and was not. */
        Decision decision(Map<Judged, Decision> opened) {
            return missing.<Decision>map(refusal -> new Decision.Refuse(item, refusal)).orElseGet(() -> opened.get(this));
        }
    }
}
