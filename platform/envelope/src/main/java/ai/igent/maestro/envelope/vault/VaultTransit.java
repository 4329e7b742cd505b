package ai.igent.maestro.envelope.vault;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;

import ai.igent.maestro.envelope.CallersContext;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.DataKeys;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.WrappedDataKey;
import ai.igent.maestro.envelope.WrappingKey;
import ai.igent.maestro.envelope.vault.VaultFailure.Reason;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.Owner;

/**
 * Data keys from Vault's transit engine. They are wrapped by a key derived from this service's transit key for the data key's owner and id, so that one
 * moved to another row does not unwrap.
 *
 * <p>What fails at once is repeated a few times, except a rotation. A version of the transit key that Vault was told not to use any more makes the keys
 * it wrapped unavailable, not broken: the operator can allow it again.
 */
final class VaultTransit implements DataKeys, WrappingKey {
    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v([1-9][0-9]{0,8}):[A-Za-z0-9+/]+=*");

    private final TransitEngine transit;
    private final VaultSession session;
    private final VaultConfig config;
    private final IdSource ids;
    private final VaultTroubles troubles = new VaultTroubles();

    VaultTransit(TransitEngine transit, VaultSession session, VaultConfig config, IdSource ids) {
        this.transit = transit;
        this.session = session;
        this.config = config;
        this.ids = ids;
    }

    @Override
    public Uni<DataKey> create(Owner owner) {
        return asked(token -> newKey(token, new DataKeyId(ids.next()), owner));
    }

    @Override
    public Uni<DataKey> unwrap(WrappedDataKey wrapped) {
        return asked(token -> requireOurs(wrapped)
                .compose(ours -> transit.decrypt(token, ours.id(), ours.owner(), ours.ciphertext()))
                .map(material -> key(wrapped, material, Reason.DOES_NOT_OPEN)));
    }

    @Override
    public Uni<WrappedDataKey> rewrap(WrappedDataKey wrapped) {
        return asked(token -> requireOurs(wrapped)
                .compose(ours -> transit.rewrap(token, ours.id(), ours.owner(), ours.ciphertext()))
                .map(ciphertext -> wrapped(wrapped.id(), wrapped.owner(), ciphertext)));
    }

    @Override
    public Uni<Integer> newestVersion() {
        return asked(transit::newestVersion);
    }

    @Override
    public Uni<Integer> rotate() {
        return told(once(transit::rotate));
    }

    private Future<DataKey> newKey(VaultToken token, DataKeyId id, Owner owner) {
        return transit.newDataKey(token, id, owner)
                .map(made -> key(wrapped(id, owner, made.data().ciphertext()), made.data().plaintext(), Reason.STRANGE));
    }

    /** A row that names another version than its ciphertext was changed. */
    private static Future<WrappedDataKey> requireOurs(WrappedDataKey wrapped) {
        return versionOf(wrapped.ciphertext()) == wrapped.keyVersion()
                ? Future.succeededFuture(wrapped)
                : Future.failedFuture(new VaultFailure(Reason.DOES_NOT_OPEN));
    }

    private static int versionOf(String ciphertext) {
        Matcher matcher = CIPHERTEXT.matcher(ciphertext);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static WrappedDataKey wrapped(DataKeyId id, Owner owner, String ciphertext) {
        int version = versionOf(ciphertext);
        if (version == 0) throw new VaultFailure(Reason.STRANGE);
        return new WrappedDataKey(id, owner, version, ciphertext);
    }

    private static DataKey key(WrappedDataKey wrapped, byte[] material, Reason whenOfAnotherLength) {
        try {
            return DataKey.of(wrapped, material);
        } catch (IllegalArgumentException ofAnotherLength) {
            throw new VaultFailure(whenOfAnotherLength, ofAnotherLength);
        }
    }

    private <R> Uni<R> asked(Function<VaultToken, Future<R>> call) {
        return told(once(call)
                .onFailure(VaultFailure::isWorthRepeating).retry().withBackOff(config.retryAfter()).atMost(config.retries()));
    }

    private <R> Uni<R> once(Function<VaultToken, Future<R>> call) {
        return Uni.createFrom().deferred(() -> UniHelper.toUni(session.with(call)));
    }

    private <R> Uni<R> told(Uni<R> outcome) {
        return CallersContext.kept(outcome.invoke(troubles::over).onFailure().transform(this::named));
    }

    private EnvelopeFailure named(Throwable failure) {
        Reason reason = failure instanceof VaultFailure vault ? vault.reason() : Reason.STRANGE;
        return switch (reason) {
            case DOES_NOT_OPEN -> new EnvelopeFailure.SealBroken(failure);
            case UNREACHABLE, LATE, SEALED, BUSY, DENIED, NO_KEY, UNFIT_KEY, RETIRED_VERSION, STRANGE -> {
                troubles.seen(reason);
                yield new EnvelopeFailure.KeysUnavailable(failure);
            }
        };
    }
}
