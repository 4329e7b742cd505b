package ai.igent.maestro.injector.text;

import ai.igent.maestro.injector.recognition.Recognizer;

/** What happens while a text is read. */
sealed interface Step {
    /** More of the text. Not a record: it is not to be printed. */
    final class Piece implements Step {
        private final byte[] bytes;

        Piece(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** The token still counts, and this is what is active now. */
    record Checked(Recognizer recognizer) implements Step {}

    /** That could not be asked. */
    record Unchecked() implements Step {}

    /** No more text. */
    record End() implements Step {}

    /** Nothing follows. */
    record Over() implements Step {}
}
