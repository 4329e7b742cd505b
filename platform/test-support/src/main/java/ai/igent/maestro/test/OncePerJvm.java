package ai.igent.maestro.test;

import java.util.function.Supplier;

/**
 * Remembers texts for the life of the JVM. Quarkus loads test classes anew for each test profile, so a static field would not do: every profile
 * would start servers of its own.
 */
final class OncePerJvm {
    private OncePerJvm() {}

    /** The text kept under {@code name}; {@code make} is asked for it once. */
    static String get(String name, Supplier<String> make) {
        synchronized (System.getProperties()) {
            String known = System.getProperty(name);
            if (known != null)
                return known;
            String made = make.get();
            System.setProperty(name, made);
            return made;
        }
    }

    /** Closes {@code server} when the JVM ends. */
    static void closeAtExit(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                throw new IllegalStateException("a test server did not stop", e);
            }
        }));
    }
}
