package ai.igent.maestro.envelope;

import java.security.SecureRandom;
import java.util.TreeMap;
import java.util.UUID;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Local key rings in memory, each with its own master key. */
final class LocalKeys {
    private static final SecureRandom RANDOMNESS = new SecureRandom();

    private LocalKeys() {}

    static LocalKeyRing ring() {
        byte[] master = new byte[32];
        RANDOMNESS.nextBytes(master);
        var keys = new TreeMap<Integer, SecretKey>();
        keys.put(1, new SecretKeySpec(master, "AES"));
        return new LocalKeyRing(keys, UUID::randomUUID, RANDOMNESS);
    }
}
