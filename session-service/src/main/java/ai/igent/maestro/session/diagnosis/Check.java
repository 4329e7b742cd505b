package ai.igent.maestro.session.diagnosis;

/** One step of the way. {@code remedy} is null where there is nothing to do. */
record Check(String check, CheckStatus status, String detail, Remedy remedy) {
    static Check ok(String check, String detail) {
        return new Check(check, CheckStatus.OK, detail, null);
    }

    static Check warning(String check, String detail, Remedy remedy) {
        return new Check(check, CheckStatus.WARNING, detail, remedy);
    }

    static Check failed(String check, String detail, Remedy remedy) {
        return new Check(check, CheckStatus.FAILED, detail, remedy);
    }

    static Check unknown(String check, String detail, Remedy remedy) {
        return new Check(check, CheckStatus.UNKNOWN, detail, remedy);
    }
}
