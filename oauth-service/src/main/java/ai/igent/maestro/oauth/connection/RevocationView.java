package ai.igent.maestro.oauth.connection;

/** How far a revocation came: {@code revokedAtProvider} is true, false or the word {@code unsupported}. */
record RevocationView(Object revokedAtProvider, String detail) {
    static RevocationView of(Revocation revocation) {
        return switch (revocation) {
            case DONE -> new RevocationView(true, "The provider confirmed it, or had issued nothing that is still good.");
            case OPEN -> new RevocationView(false, "The provider did not confirm it yet; it is tried again every few minutes.");
            case UNSUPPORTED -> new RevocationView("unsupported",
                    "The provider offers no revocation. The tokens were destroyed here; remove the access in your account there too.");
        };
    }
}
