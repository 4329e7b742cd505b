package ai.igent.maestro.vault.secret;

/** One line of an import as it was read: something to store, or refused already. */
sealed interface ImportEntry {
    record Wanted(int line, Draft draft) implements ImportEntry {
        SecretName name() {
            return draft.labels().name();
        }

        ImportedLine becomes(ImportedLine.Outcome outcome, Secret secret) {
            return ImportedLine.of(line, name(), outcome, secret == null ? null : secret.id());
        }

        ImportedLine refused(String code, String detail) {
            return ImportedLine.refused(line, name(), code, detail);
        }
    }

    record Refused(ImportedLine line) implements ImportEntry {}
}
