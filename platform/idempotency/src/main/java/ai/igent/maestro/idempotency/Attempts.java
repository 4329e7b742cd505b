package ai.igent.maestro.idempotency;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.envelope.Sealer;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;

/** Recognizes requests by their {@code Idempotency-Key}. Needs a data key: call it before a transaction. */
@ApplicationScoped
public class Attempts {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final String PURPOSE = "idempotent request v1";

    private final OwnerKeys keys;
    private final Sealer sealer;

    Attempts(OwnerKeys keys, Sealer sealer) {
        this.keys = keys;
        this.sealer = sealer;
    }

    /** An attempt of a person, whose own data key makes the fingerprint. */
    public Uni<Attempt> of(String key, Caller.Person caller, String path, Consumer<Fingerprint> content) {
        return of(key, caller, caller.owner(), path, content);
    }

    /**
     * @param key the header, or null
     * @param keysOf whose data key makes the fingerprint
     * @param path the resource, so that one key may be used at two of them
     * @param content adds every field of the request
     */
    public Uni<Attempt> of(String key, Caller caller, Owner keysOf, String path, Consumer<Fingerprint> content) {
        if (key == null) return Uni.createFrom().item(Attempt.UNNAMED);
        if (!KEY.matcher(key).matches()) throw new IdempotencyFailure.UnfitKey();
        return keys.withEvery(keysOf, dataKey -> fingerprint(dataKey, content))
                .map(prints -> new Attempt(Optional.of(new Attempt.Named(name(caller), path, key, prints))));
    }

    private static String name(Caller caller) {
        return caller.actor().kind().text() + ":" + caller.actor().id();
    }

    private byte[] fingerprint(DataKey key, Consumer<Fingerprint> content) {
        try (var print = new Fingerprint(PURPOSE)) {
            content.accept(print);
            return sealer.mac(key, print.encoded());
        }
    }
}
