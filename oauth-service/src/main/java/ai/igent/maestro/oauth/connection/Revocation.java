package ai.igent.maestro.oauth.connection;

import ai.igent.maestro.vocabulary.Word;

/** How far the revocation of a connection came at its provider. */
enum Revocation implements Word {
    /** Not confirmed yet; the tokens are kept, sealed, so that it can be tried again. */
    OPEN("open"),
    /** The provider confirmed it, or there was nothing to revoke. */
    DONE("done"),
    /** The provider has no way to revoke; the tokens were destroyed here. */
    UNSUPPORTED("unsupported");

    private final String text;

    Revocation(String text) {
        this.text = text;
    }

    static Revocation parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    public String text() {
        return text;
    }
}
