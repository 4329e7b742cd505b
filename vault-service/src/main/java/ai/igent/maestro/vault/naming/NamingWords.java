package ai.igent.maestro.vault.naming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import ai.igent.maestro.vocabulary.Environment;

/**
 * Words in names that are no integration's.
 *
 * @param environments what people call each environment
 * @param kinds words for what a secret is, which tell nothing of whose it is
 */
record NamingWords(Map<Environment, Set<String>> environments, Set<String> kinds) {
    NamingWords {
        environments = Map.copyOf(environments);
        kinds = Set.copyOf(kinds);
    }

    /** The one environment that {@code words} name. */
    Optional<Environment> environment(List<String> words) {
        Set<Environment> named = environments.entrySet().stream().filter(known -> words.stream().anyMatch(known.getValue()::contains))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }
}
