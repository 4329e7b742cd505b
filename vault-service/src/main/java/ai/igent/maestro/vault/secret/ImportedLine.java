package ai.igent.maestro.vault.secret;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.Word;

/**
 * What became of one line of an import, or would become of it; never a value. {@code name} is null when the line has none that can be one, {@code id}
 * when nothing is stored; {@code code} and {@code detail} are of a refusal.
 */
record ImportedLine(int line, SecretName name, Outcome outcome, SecretId id, String code, String detail) {
    private static final String SEPARATOR = " ";

    enum Outcome implements Word {
        CREATED("created"),
        NEW_VERSION("new-version"),
        UNCHANGED("unchanged"),
        REFUSED("refused");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        @JsonValue
        public String text() {
            return text;
        }
    }

    static ImportedLine refused(int line, SecretName name, String code, String detail) {
        return new ImportedLine(line, name, Outcome.REFUSED, null, code, detail);
    }

    static ImportedLine of(int line, SecretName name, Outcome outcome, SecretId id) {
        return new ImportedLine(line, name, outcome, id, null, null);
    }

    boolean isRefused() {
        return outcome == Outcome.REFUSED;
    }

    /** As it is remembered, to answer the same request again. Only for what was stored. */
    String remembered() {
        return String.join(SEPARATOR, Integer.toString(line), outcome.text(), id.text(), name.text());
    }

    static ImportedLine recall(String remembered) {
        String[] parts = remembered.split(SEPARATOR);
        return of(Integer.parseInt(parts[0]), new SecretName(parts[3]), Word.parse(Outcome.values(), parts[1]), new SecretId(parts[2]));
    }
}
