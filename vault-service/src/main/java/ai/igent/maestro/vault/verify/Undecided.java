package ai.igent.maestro.vault.verify;

import ai.igent.maestro.egress.EgressFailure;

/** Verdicts when the provider said neither yes nor no. */
final class Undecided {
    private Undecided() {}

    static Verdict verdict(int status) {
        if (status == 429) return Verdict.of(Explanation.BUSY);
        return Verdict.of(status >= 500 ? Explanation.FAILING : Explanation.PUZZLING);
    }

    static Verdict verdict(EgressFailure failure) {
        return Verdict.of(switch (failure) {
            case EgressFailure.AddressRefused refused -> Explanation.NOT_CALLED;
            case EgressFailure.Unreachable unreachable -> Explanation.ABSENT;
            case EgressFailure.Unanswered silent -> Explanation.SILENT;
            case EgressFailure.AnswerRefused strange -> Explanation.PUZZLING;
        });
    }
}
