package ai.igent.maestro.session.request;

import java.util.Optional;

import ai.igent.maestro.session.session.SessionFailure;

/** Why a confirmation was refused, as the record says it. */
final class Refusal {
    private Refusal() {}

    /** Empty for what is no refusal, and for what was put on record when it was decided. */
    static Optional<String> code(Throwable failure) {
        return switch (failure) {
            case RequestFailure refused -> code(refused);
            case SessionFailure.Over over -> Optional.of("session-ended");
            default -> Optional.empty();
        };
    }

    private static Optional<String> code(RequestFailure failure) {
        return switch (failure) {
            case RequestFailure.NotOpen closed -> Optional.of("request-" + closed.status().text());
            case RequestFailure.WrongNonce wrong -> Optional.of("wrong-nonce");
            case RequestFailure.NotInteractive not -> Optional.of("interactive-sign-in-required");
            case RequestFailure.VariableConflict conflict -> Optional.of("variable-conflict");
            case RequestFailure.TooManyActive many -> Optional.of("too-many-active");
            case RequestFailure.NotAcknowledged needed -> Optional.of("acknowledgement-required");
            case RequestFailure.NotAMember not -> Optional.of("not-a-member");
            case RequestFailure.SetChanged changed -> Optional.empty();
            case RequestFailure.NotActivatable not -> Optional.empty();
            case RequestFailure.TooSoon soon -> Optional.empty();
        };
    }
}
