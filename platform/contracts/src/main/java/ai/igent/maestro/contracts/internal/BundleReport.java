package ai.igent.maestro.contracts.internal;

import java.util.List;

import ai.igent.maestro.vocabulary.InvalidWord;

/** The injector's word on how far a revision came. Reporting the same twice, or an older revision, changes nothing. */
public record BundleReport(long revision, Outcome outcome, List<Resolved.Failed> failed) {
    public BundleReport {
        if (outcome == null) throw new InvalidWord("outcome is missing");
        if (revision < 0) throw new InvalidWord("a revision is not negative");
        failed = failed == null ? List.of() : List.copyOf(failed);
    }

    public enum Outcome {
        applied,
        failed
    }
}
