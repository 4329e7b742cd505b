package ai.igent.maestro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Who wraps the data keys of a stack. What one of them wrapped no other opens, so a state folder keeps the one it began with, and another is refused.
 */
enum KeyKeeper {
    KEY_RINGS("key rings in files", "without VAULT_ADDR and --vault"),
    OWN_VAULT("the Vault of this stack", "with --vault"),
    OTHER_VAULT("the Vault that VAULT_ADDR named", "with VAULT_ADDR");

    private final String title;
    private final String how;

    KeyKeeper(String title, String how) {
        this.title = title;
        this.how = how;
    }

    /**
     * The one that is asked for; without such a wish the one the folder began with, else key rings.
     *
     * @throws StackFailure when the folder began with another one
     */
    static KeyKeeper chosen(Options options, StateFolder state) {
        Optional<KeyKeeper> kept = kept(state);
        KeyKeeper wanted = wanted(options).or(() -> kept).orElse(KEY_RINGS);
        kept.filter(other -> other != wanted).ifPresent(other -> {
            throw new StackFailure("What is stored here was sealed with " + other.title + ": start it " + other.how
                    + ", or begin anew after ./maestro reset.");
        });
        return wanted;
    }

    private static Optional<KeyKeeper> wanted(Options options) {
        if (options.parts().contains(Part.HASHICORP_VAULT))
            return Optional.of(OWN_VAULT);
        return options.otherVault().isEmpty() ? Optional.empty() : Optional.of(OTHER_VAULT);
    }

    private static Optional<KeyKeeper> kept(StateFolder state) {
        try {
            if (Files.exists(state.keyKeeper()))
                return Optional.of(valueOf(Files.readString(state.keyKeeper()).strip()));
            return Files.exists(state.keyRings()) ? Optional.of(KEY_RINGS) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keepIn(StateFolder state) {
        try {
            Files.writeString(state.keyKeeper(), name() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
