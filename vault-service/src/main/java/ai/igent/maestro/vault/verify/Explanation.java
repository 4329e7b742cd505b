package ai.igent.maestro.vault.verify;

/** Why a verification ended as it did, in a sentence for people. A closed list: no word of a provider is among them. */
enum Explanation {
    ACCEPTED(VerificationStatus.VALID, "The provider accepts the value."),
    ACCEPTED_WITH_FEW_RIGHTS(VerificationStatus.VALID,
            "The provider accepts the value; it may not do what was tried, which needs no mending."),
    REFUSED(VerificationStatus.INVALID, "The provider does not accept the value."),
    MALFORMED(VerificationStatus.INVALID, "The value cannot be one of this integration."),
    EXPIRED_THERE(VerificationStatus.EXPIRED, "The provider says that the value's time is up."),
    EXPIRED_HERE(VerificationStatus.EXPIRED, "The secret has expired; nothing was sent."),
    BUSY(VerificationStatus.UNREACHABLE, "The provider asks for patience; try again later."),
    FAILING(VerificationStatus.UNREACHABLE, "The provider has a failure of its own; try again later."),
    PUZZLING(VerificationStatus.UNREACHABLE, "The provider's answer says neither yes nor no."),
    SILENT(VerificationStatus.UNREACHABLE, "The provider did not answer in time."),
    ABSENT(VerificationStatus.UNREACHABLE, "The provider cannot be reached."),
    NOT_CALLED(VerificationStatus.UNREACHABLE, "The address is not one that this service calls."),
    NOT_LISTED(VerificationStatus.UNREACHABLE, "The DNS lists no server under this name."),
    LIST_ABSENT(VerificationStatus.UNREACHABLE, "The DNS does not answer; try again later."),
    LIST_NOT_FOLLOWED(VerificationStatus.UNREACHABLE, "What the DNS lists under this name is not followed."),
    NO_WAY(VerificationStatus.UNSUPPORTED, "There is no way to try a value of this integration."),
    OTHER_FORM(VerificationStatus.UNSUPPORTED,
            "A value of this form is not tried: it leaves to others which servers it leads to or who signs in."),
    NOT_BY_ITSELF(VerificationStatus.UNSUPPORTED, "This one is not tried; verify the integration's key instead."),
    INCOMPLETE(VerificationStatus.UNSUPPORTED, "Trying it needs more of the set: the same integration, account and environment."),
    DATABASES_OFF(VerificationStatus.UNSUPPORTED, "This installation does not connect to databases.");

    private final VerificationStatus status;
    private final String sentence;

    Explanation(VerificationStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    VerificationStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}
