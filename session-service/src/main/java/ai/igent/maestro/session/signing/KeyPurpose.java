package ai.igent.maestro.session.signing;

import ai.igent.maestro.vocabulary.Word;

/** What a key signs. Grants have a key of their own, so that neither kind of token can be passed off as the other. */
public enum KeyPurpose implements Word {
    /** Verified by whoever has a session's token, over and over: cheap to verify. */
    SESSION_TOKEN("session-token", KeyAlgorithm.RS256),
    /** Each is signed for one use: cheap to sign and to verify once. */
    GRANT("grant", KeyAlgorithm.ES256);

    private final String text;
    private final KeyAlgorithm algorithm;

    KeyPurpose(String text, KeyAlgorithm algorithm) {
        this.text = text;
        this.algorithm = algorithm;
    }

    /** Of new keys. */
    KeyAlgorithm algorithm() {
        return algorithm;
    }

    static KeyPurpose parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    public String text() {
        return text;
    }
}
