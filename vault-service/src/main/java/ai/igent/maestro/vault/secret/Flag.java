package ai.igent.maestro.vault.secret;

/** A query parameter that is {@code true} or {@code false}; absent is false. */
final class Flag {
    private Flag() {}

    static boolean of(String parameter, String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw new SecretFailure.Unfit(parameter, "invalid", "must be true or false");
        };
    }
}
