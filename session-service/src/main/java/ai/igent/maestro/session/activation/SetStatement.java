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
 * Everything about a session's active set that decides a grant, is shown of it, or ends it, in words as they are stored: the same for whoever read
 * them, and by whatever way.
 *
 * @param organization or null
 */
public record SetStatement(SessionId session, String user, String organization, long revision, List<Thing> things) {
    private static final String FORMAT = "active set v2";

    public SetStatement {
        things = List.copyOf(things);
    }

    public record Thing(String candidate, String owner, long epoch, String variable, String kind, String mode, Instant activeUntil,
            About about) {}

    /** How it was described when it was confirmed, and by whose word it is active. All but name, {@code confirmedBy} and time may be null. */
    public record About(String name, String integration, String account, String environment, String confirmedBy, String standingConsent,
            Instant activatedAt) {}

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
                write(out, thing.activeUntil());
                write(out, thing.about());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, About about) throws IOException {
        write(out, about.name(), about.confirmedBy());
        for (String text : new String[]{about.integration(), about.account(), about.environment(), about.standingConsent()}) {
            out.writeBoolean(text != null);
            if (text != null) write(out, text);
        }
        write(out, about.activatedAt());
    }

    private static void write(DataOutputStream out, Instant time) throws IOException {
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    private static void write(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts)
            out.writeUTF(text);
    }
}
