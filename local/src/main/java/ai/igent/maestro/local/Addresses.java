package ai.igent.maestro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where the parts of a running stack listen, for commands that are given while it runs. Written when it is ready, gone when it stops. */
record Addresses(Properties byPart) {
    static void write(Path file, Environment environment) {
        var addresses = new Properties();
        for (Part part : Part.values())
            if (part.isService() || part == Part.ISSUER)
                addresses.setProperty(part.word(), environment.url(part));
        addresses.setProperty(Part.KAFKA.word(), environment.kafka());
        try (var out = Files.newBufferedWriter(file)) {
            addresses.store(out, "Where the running stack listens");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws StackFailure when no stack is running on {@code state} */
    static Addresses of(StateFolder state) {
        if (!Files.exists(state.addresses()))
            throw new StackFailure("Maestro is not running: start it with ./maestro up.");
        var addresses = new Properties();
        try (var in = Files.newBufferedReader(state.addresses())) {
            addresses.load(in);
            return new Addresses(addresses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI of(Part part) {
        return URI.create(byPart.getProperty(part.word()));
    }
}
