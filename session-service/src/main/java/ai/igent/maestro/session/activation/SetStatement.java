package ai.igent.maestro.session.activation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import ai.igent.maestro.vocabulary.SessionId;

/**
 * Everything about a session's active set that decides a grant, in words as they are stored: the same for whoever read them, and by whatever way.
 *
 * @param organization or null
 */
public record SetStatement(SessionId session, String user, String organization, long revision, List<Thing> things) {
    private static final String FORMAT = "active set v1";

    public SetStatement {
        things = List.copyOf(things);
    }

    public record Thing(String candidate, String owner, long epoch, String variable, String kind, String mode, Instant activeUntil) {}

    /** Each text with its length, so that no two statements have the same bytes; the order of the things does not matter. */
    byte[] encoded() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, FORMAT, session.text(), user, organization == null ? "" : organization);
            out.writeLong(revision);
            out.writeInt(things.size());
            for (Thing thing : things.stream().sorted(Comparator.comparing(Thing::candidate).thenComparing(Thing::variable)).toList()) {
                write(out, thing.candidate(), thing.owner(), thing.variable(), thing.kind(), thing.mode());
                out.writeLong(thing.epoch());
                out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, thing.activeUntil()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts)
            out.writeUTF(text);
    }
}
