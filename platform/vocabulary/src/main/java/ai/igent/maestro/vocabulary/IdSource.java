package ai.igent.maestro.vocabulary;

import java.util.UUID;

/** Where new ids come from. Tests inject a predictable one. */
@FunctionalInterface
public interface IdSource {
    /** A UUIDv7 never handed out before; later ones of one process sort after earlier ones (RFC 9562, section 5.7). */
    UUID next();
}
