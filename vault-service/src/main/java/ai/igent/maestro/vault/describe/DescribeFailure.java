package ai.igent.maestro.vault.describe;

import ai.igent.maestro.web.problem.Failure;

/** A question that cannot be answered. */
final class DescribeFailure extends Failure {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    DescribeFailure(String field, String reason) {
        this.field = field;
        this.reason = reason;
    }

    String field() {
        return field;
    }

    String reason() {
        return reason;
    }
}
