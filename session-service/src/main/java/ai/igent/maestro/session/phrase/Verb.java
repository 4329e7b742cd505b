package ai.igent.maestro.session.phrase;

import java.util.Optional;
import java.util.Set;

/** What a clause asks for. */
enum Verb {
    ACTIVATE(Set.of("activate", "enable", "use", "load", "reactivate", "give", "grant", "provide", "unlock"), "on"),
    DEACTIVATE(Set.of("deactivate", "disable", "revoke", "unload", "stop", "drop", "remove", "withdraw"), "off");

    /** Verbs that mean something only together with "on" or "off", which may stand after the object: "turn everything off". */
    static final Set<String> SPLIT = Set.of("turn", "switch", "shut");

    private final Set<String> words;
    private final String particle;

    Verb(Set<String> words, String particle) {
        this.words = words;
        this.particle = particle;
    }

    static Optional<Verb> of(String word) {
        for (Verb verb : values())
            if (verb.words.contains(word)) return Optional.of(verb);
        return Optional.empty();
    }

    static Optional<Verb> ofParticle(String word) {
        for (Verb verb : values())
            if (verb.particle.equals(word)) return Optional.of(verb);
        return Optional.empty();
    }
}
