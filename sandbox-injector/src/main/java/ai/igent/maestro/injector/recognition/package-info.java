/**
 * Recognizes values in text, byte for byte and in the encodings they commonly travel in, however the text is cut into pieces. Reads every byte once
 * and remembers no more of the text than could still become part of a value. Knows nothing of bundles, HTTP or what becomes of what it finds.
 *
 * <p>An {@code Automaton} (Aho and Corasick, 1975) over bytes holds the patterns of all values. Beside the text as it is, {@code View}s of it are
 * read at the same time: with percent-escapes decoded, with the escapes of JSON strings decoded, and without line breaks. A view costs nothing where
 * it says the same as the text.
 */
package ai.igent.maestro.injector.recognition;
