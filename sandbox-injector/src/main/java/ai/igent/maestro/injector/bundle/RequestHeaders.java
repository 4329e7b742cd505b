package ai.igent.maestro.injector.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.VariableName;

/** The headers of a fetch, read. */
final class RequestHeaders {
    /** The names a shell has from an earlier bundle, so that those which are gone can be unset. */
    static final String HAVE = "Maestro-Have";

    private RequestHeaders() {}

    /** What of the offered types the client likes best. */
    static MediaType choose(HttpHeaders headers, List<MediaType> offered) {
        return headers.getAcceptableMediaTypes().stream().flatMap(liked -> offered.stream().filter(liked::isCompatible)).findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    /** Whether {@code If-None-Match} names this tag, or any. */
    static boolean hasTag(HttpHeaders headers, String tag) {
        Set<String> fit = Set.of(tag, "W/" + tag, "*");
        return words(headers, HttpHeaders.IF_NONE_MATCH).anyMatch(fit::contains);
    }

    static Set<VariableName> have(HttpHeaders headers) {
        try {
            return words(headers, HAVE).map(VariableName::new).collect(Collectors.toUnmodifiableSet());
        } catch (InvalidWord invalid) {
            throw new BundleFailure.Invalid(HAVE, invalid.reason());
        }
    }

    private static Stream<String> words(HttpHeaders headers, String name) {
        String text = headers.getHeaderString(name);
        return text == null ? Stream.empty() : Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
