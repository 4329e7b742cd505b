package ai.igent.maestro.injector.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import ai.igent.maestro.vocabulary.SecretValue;

/**
 * Text for shells, with values in it byte for byte.
 *
 * <p>Between single quotes a POSIX shell takes every byte as it is (POSIX.1-2017, 2.2.2), between double quotes all but four (2.2.3).
 */
final class Text {
    private static final String SPECIAL_IN_DOUBLE_QUOTES = "\\\"$`";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Text add(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** One shell word that is exactly the value. */
    Text addQuoted(SecretValue value) {
        bytes.write('\'');
        value.borrow(utf8 -> {
            for (byte each : utf8)
                if (each == '\'') add("'\\''");
                else
                    bytes.write(each);
            return null;
        });
        bytes.write('\'');
        return this;
    }

    /** As {@link #addQuoted}, in the one pair of quotes that readers of .env files expect: double ones only where the value has a single one. */
    Text addDotenvQuoted(SecretValue value) {
        if (!value.borrow(Text::hasSingleQuote)) return addQuoted(value);
        bytes.write('"');
        value.borrow(utf8 -> {
            for (byte each : utf8) {
                if (SPECIAL_IN_DOUBLE_QUOTES.indexOf(each) >= 0) bytes.write('\\');
                bytes.write(each);
            }
            return null;
        });
        bytes.write('"');
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private static boolean hasSingleQuote(byte[] utf8) {
        for (byte each : utf8)
            if (each == '\'') return true;
        return false;
    }
}
