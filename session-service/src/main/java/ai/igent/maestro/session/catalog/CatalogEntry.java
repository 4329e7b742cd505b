package ai.igent.maestro.session.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the catalog says of an integration, as far as phrases need it. {@code category} and {@code oauthProvider} may be null. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogEntry(String id, String name, String category, String oauthProvider, List<String> words) {
    public CatalogEntry {
        words = words == null ? List.of() : List.copyOf(words);
    }

    /** Every word or group of words that names it, in lower case. */
    public Set<String> spokenWords() {
        Set<String> spoken = new LinkedHashSet<>();
        spoken.add(fold(id));
        spoken.add(fold(name));
        words.forEach(word -> spoken.add(fold(word)));
        if (category != null) spoken.add(fold(category));
        return spoken;
    }

    /** Whether a thing labelled {@code integration} belongs to this entry: a secret by the entry's id, a connection by its provider's. */
    public boolean covers(String integration) {
        return integration != null && (integration.equals(id) || integration.equals(oauthProvider));
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).strip();
    }
}
