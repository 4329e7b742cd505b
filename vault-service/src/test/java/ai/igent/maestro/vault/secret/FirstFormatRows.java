package ai.igent.maestro.vault.secret;

import java.security.MessageDigest;
import java.util.List;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.envelope.Sealer;
import ai.igent.maestro.vocabulary.SecretId;

/** Rows as an earlier release sealed them. */
@ApplicationScoped
class FirstFormatRows {
    private final SecretRepository secrets;
    private final OwnerKeys keys;
    private final Sealer sealer;

    FirstFormatRows(SecretRepository secrets, OwnerKeys keys, Sealer sealer) {
        this.secrets = secrets;
        this.keys = keys;
        this.sealer = sealer;
    }

    void sealAsBefore(String id) throws Throwable {
        byte[] mac = with(id, this::firstMac);
        VertxContextSupport.subscribeAndAwait(() -> store(new SecretId(id), mac));
    }

    boolean isOfFirstFormat(String id) throws Throwable {
        return with(id, (secret, key) -> MessageDigest.isEqual(secret.mac, firstMac(secret, key)));
    }

    private byte[] firstMac(Secret secret, DataKey key) {
        return sealer.mac(key, FirstStatement.of(secret));
    }

    private <R> R with(String id, BiFunction<Secret, DataKey, R> use) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> secrets.ofIds(List.of(id)).map(List::getFirst)
                .chain(secret -> keys.with(secret.owner(), secret.dataKey(), key -> use.apply(secret, key))));
    }

    @WithTransaction
    Uni<Void> store(SecretId id, byte[] mac) {
        return secrets.lock(id).map(found -> found.orElseThrow()).invoke(secret -> secret.mac = mac).chain(secrets::write);
    }
}
