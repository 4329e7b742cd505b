package ai.igent.maestro.session.signing;

import ai.igent.maestro.vocabulary.Word;

/** What a key signs. Grants have a key of their own, so that neither kind of token can be passed off as the other. */
public enum KeyPurpose implements Word {
    SESSION_TOKEN("session-token"),
    GRANT("grant");

    private final String text;

    KeyPurpose(String text) {
        this.text = text;
    }

    static KeyPurpose parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    public String text() {
        return text;
    }
}
