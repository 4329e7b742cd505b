package ai.igent.maestro.session.signing;

import ai.igent.maestro.vocabulary.Word;

/** Where a key stands; it is published in every state. */
enum KeyState implements Word {
    /** Known to whoever verifies before it signs anything. */
    NEXT("next"),
    CURRENT("current"),
    /** Signs no more; what it signed may still be in use. */
    RETIRED("retired");

    private final String text;

    KeyState(String text) {
        this.text = text;
    }

    static KeyState parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    public String text() {
        return text;
    }
}
