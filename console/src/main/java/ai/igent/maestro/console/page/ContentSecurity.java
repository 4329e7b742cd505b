package ai.igent.maestro.console.page;

/** What the browser may load and run for the page: its own files, and styles that carry the nonce of this answer. */
final class ContentSecurity {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; img-src 'self'; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private ContentSecurity() {}

    static String policy(String nonce) {
        return POLICY.formatted(nonce);
    }
}
