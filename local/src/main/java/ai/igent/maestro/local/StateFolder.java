package ai.igent.maestro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;

/** Everything a stack keeps, and where: data, keys, logs, and what is running now. For its owner's eyes only. */
record StateFolder(Path root) {
    private static final String OWNER_ONLY = "rwx------";

    static StateFolder at(Path root) {
        try {
            if (!Files.exists(root))
                Files.createDirectories(root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            return new StateFolder(root);
        } catch (IOException e) {
            throw new StackFailure("The state folder " + root + " cannot be created.", e);
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path issuer() {
        return root.resolve("issuer");
    }

    Path keyRing(Part part) {
        return folder("keys").resolve(part.title() + ".json");
    }

    /** Exists once a key ring was asked for. */
    Path keyRings() {
        return root.resolve("keys");
    }

    /** Says who wraps the data keys. */
    Path keyKeeper() {
        return root.resolve("key-keeper");
    }

    Path vault() {
        return root.resolve("vault");
    }

    /** What a service shows the stack's Vault; readable by nobody else. */
    Path vaultSecret(Part part) {
        return folder("vault-roles").resolve(part.title());
    }

    /** Readable by nobody else; the parts that need one of them get it from the stack. */
    Path secrets() {
        return root.resolve("client-secrets.properties");
    }

    Path running() {
        return folder("run");
    }

    /** Where the parts of the running stack listen; exists from when it is ready until it stops. */
    Path addresses() {
        return running().resolve("addresses.properties");
    }

    /** An empty folder to start a part in, so that it finds no configuration it should not. */
    Path workingFolder(Part part) {
        return folder("work/" + part.word());
    }

    Path logs() {
        return folder("logs");
    }

    Path log(String name) {
        return logs().resolve(name.toLowerCase(Locale.ROOT) + ".log");
    }

    /** An empty log; the one of the last run stays beside it. */
    Path freshLog(String name) {
        Path log = log(name);
        try {
            if (Files.exists(log))
                Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes all that was kept. The copies of the programs stay: the one that does this runs from them. */
    void delete() {
        try (var all = Files.walk(root)) {
            for (Path each : all.filter(path -> !path.equals(root) && !path.startsWith(root.resolve("programs")))
                    .sorted(Comparator.reverseOrder()).toList())
                Files.delete(each);
        } catch (IOException e) {
            throw new StackFailure("The state folder " + root + " cannot be emptied.", e);
        }
    }
}
