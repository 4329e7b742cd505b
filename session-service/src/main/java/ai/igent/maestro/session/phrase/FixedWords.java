package ai.igent.maestro.session.phrase;

import java.util.Map;
import java.util.Set;

import ai.igent.maestro.vocabulary.Environment;

/** Words whose meaning no catalog, name or tag can change. */
final class FixedWords {
    static final Map<String, Environment> ENVIRONMENTS = Map.of("development", Environment.DEVELOPMENT, "dev", Environment.DEVELOPMENT,
            "staging", Environment.STAGING, "stage", Environment.STAGING, "production", Environment.PRODUCTION, "prod",
            Environment.PRODUCTION);
    static final Set<String> EVERYTHING = Set.of("everything", "all", "every");
    static final Set<String> BOTH = Set.of("both", "all", "every", "each");
    static final Set<String> JOINTS = Set.of(SpokenWords.COMMA, "and", "plus", "also", "or", "then");
    static final Set<String> QUESTIONS = Set.of("which", "what", "what's", "whats", "is", "are", "was", "were", "why", "how", "who",
            "should",
            "do", "does", "did", "list", "show");
    static final Set<String> INCLUDING = Set.of("including", "even");
    static final Set<String> NOISE = Set.of("a", "an", "the", "this", "that", "these", "those", "my", "our", "your", "me", "us", "i", "we",
            "you", "it", "its", "them", "of", "in", "for", "from", "with", "on", "off", "at", "by", "please", "now", "again", "only",
            "just", "too", "here", "session", "sandbox", "run", "secret", "secrets", "credential", "credentials", "key", "keys", "token",
            "tokens", "password", "passwords", "account", "accounts", "variable", "variables", "access", "service", "services",
            "environment", "env", "api", "using", "set", "new", "be", "can", "could", "would", "will", "going", "want", "need", "to", "not",
            "but", "no", "never", "except", "excluding", "without", "minus", "besides");

    private FixedWords() {}

    static boolean isReserved(String word) {
        return NOISE.contains(word) || EVERYTHING.contains(word) || BOTH.contains(word) || JOINTS.contains(word) || INCLUDING.contains(word)
                || ENVIRONMENTS.containsKey(word);
    }
}
