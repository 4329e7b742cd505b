package ai.igent.maestro.vault.secret;

import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** Work that was done under a key which stopped being the right one meanwhile is done again, with the key of now. */
final class KeyMoves {
    /** A secret moves from one key to another once in a long while; a second time in a row is no accident. */
    private static final int MOST = 2;

    private KeyMoves() {}

    /** {@code work} stores nothing when it fails, and reads the key each time. */
    static <R> Uni<R> followed(Supplier<Uni<R>> work) {
        return Uni.createFrom().deferred(work::get).onFailure(SecretFailure.KeyMoved.class).retry().atMost(MOST);
    }
}
