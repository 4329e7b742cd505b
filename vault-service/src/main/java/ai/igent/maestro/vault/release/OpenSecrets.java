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
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.envelope.Sealer;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.vault.secret.SealedSecret;

/** Decides on every secret of a grant and opens those that may be released. Asks the key service once per key, outside any transaction. */
@ApplicationScoped
class OpenSecrets {
    private static final Logger LOG = Logger.getLogger(OpenSecrets.class);

    private final OwnerKeys keys;
    private final Sealer sealer;
    private final Clock clock;

    OpenSecrets(OwnerKeys keys, Sealer sealer, Clock clock) {
        this.keys = keys;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** One decision per item. A key service that is away fails the whole; a single broken secret does not. */
    Uni<List<Decision>> of(GrantClaims grant, List<GrantItem> items, List<SealedSecret> found) {
        Map<String, SealedSecret> byId = found.stream()
                .collect(Collectors.toMap(sealed -> sealed.secret().id().text(), Function.identity()));
        return Multi.createFrom().iterable(items)
                .onItem().transformToUniAndConcatenate(item -> decide(grant, item, Optional.ofNullable(byId.get(item.id()))))
                .collect().asList();
    }

    private Uni<Decision> decide(GrantClaims grant, GrantItem item, Optional<SealedSecret> found) {
        if (found.isEmpty()) return refuse(item, Refusal.NOT_FOUND);
        SealedSecret sealed = found.get();
        return Entitlement.missing(grant, item, sealed.secret(), clock.instant()).map(missing -> refuse(item, missing))
                .orElseGet(() -> open(item, sealed));
    }

    private Uni<Decision> open(GrantItem item, SealedSecret sealed) {
        return keys.with(sealed.secret().owner(), sealed.secret().dataKey(), key -> release(item, sealed, key))
                .onFailure(OpenSecrets::isBroken).invoke(broken -> LOG.errorf("secret %s does not open", item.id()))
                .onFailure(OpenSecrets::isBroken).recoverWithUni(() -> refuse(item, Refusal.BROKEN));
    }

    private Decision release(GrantItem item, SealedSecret sealed, DataKey key) {
        return new Decision.Release(item, sealed.secret(), sealed.open(sealer, key), null);
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof EnvelopeFailure.SealBroken || failure instanceof EnvelopeFailure.KeyGone;
    }

    private static Uni<Decision> refuse(GrantItem item, Refusal refusal) {
        return Uni.createFrom().item(new Decision.Refuse(item, refusal));
    }
}
