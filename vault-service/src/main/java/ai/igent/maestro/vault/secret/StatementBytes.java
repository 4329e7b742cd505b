package ai.igent.maestro.vault.secret;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Fields one after the other, each with its length before it: two different lists of fields never have the same bytes. */
final class StatementBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    StatementBytes text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return write(() -> {
            out.writeInt(utf8.length);
            out.write(utf8);
        });
    }

    StatementBytes number(long number) {
        return write(() -> out.writeLong(number));
    }

    /** As its text; what is not there differs from an empty one. */
    StatementBytes optional(Object part) {
        write(() -> out.writeBoolean(part != null));
        return part == null ? this : text(part.toString());
    }

    StatementBytes texts(List<String> texts) {
        write(() -> out.writeInt(texts.size()));
        texts.forEach(this::text);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private StatementBytes write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private interface Writing {
        void write() throws IOException;
    }
}
