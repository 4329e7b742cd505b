package ai.igent.maestro.contracts.internal;

import java.util.List;

/** The injector's word on how far a revision came. Reporting the same twice, or an older revision, changes nothing. */
public record BundleReport(long revision, Outcome outcome, List<Resolved.Failed> failed) {
    public BundleReport {
        failed = failed == null ? List.of() : List.copyOf(failed);
    }

    public enum Outcome {
        applied,
        failed
    }
}
