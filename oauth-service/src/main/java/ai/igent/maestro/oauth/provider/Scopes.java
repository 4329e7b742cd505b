package ai.igent.maestro.oauth.provider;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of scopes, in the order they were named. */
public record Scopes(SequencedSet<String> names) {
    public Scopes {
        names = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(names));
    }

    public static Scopes of(Collection<String> names) {
        return new Scopes(new LinkedHashSet<>(names));
    }

    /** Reads a list separated by spaces (RFC 6749, section 3.3) or, as some providers write it, by commas. */
    public static Scopes parse(String text) {
        return new Scopes(
                Stream.of(text.split("[ ,]+")).filter(name -> !name.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    public List<String> toList() {
        return List.copyOf(names);
    }

    /** The form on the wire and in rows: separated by spaces. */
    public String text() {
        return String.join(" ", names);
    }
}
