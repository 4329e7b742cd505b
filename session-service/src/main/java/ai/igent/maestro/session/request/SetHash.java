package ai.igent.maestro.session.request;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Stands for exactly what a person was shown: SHA-256 over the session and everything of its proposal that a confirmation puts into force. The
 * order of the items does not matter, and every field is written with its length, so that no two proposals write the same bytes.
 */
public final class SetHash {
    private SetHash() {}

    /** Lower-case hexadecimal. */
    static String of(SessionId session, Proposal proposal) {
        return of(session.text(), proposal);
    }

    /** Of what was agreed to in advance, for no session yet. */
    public static String of(ConsentId consent, Proposal proposal) {
        return of(consent.text(), proposal);
    }

    private static String of(String place, Proposal proposal) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, place, proposal.duration().toString());
            writeActivations(out, proposal.activate());
            writeDeactivations(out, proposal.deactivate());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }

    private static void writeActivations(DataOutputStream out, List<ProposedActivation> items) throws IOException {
        out.writeInt(items.size());
        for (var item : items.stream().sorted(Comparator.comparing(ProposedActivation::id)).toList()) {
            out.writeLong(item.epoch());
            write(out, item.id().text(), item.owner().text(), item.name(), item.variable().text(), item.kind().text(), item.mode().text(),
                    item.environment() == null ? "" : item.environment().text());
        }
    }

    private static void writeDeactivations(DataOutputStream out, List<ProposedDeactivation> items) throws IOException {
        out.writeInt(items.size());
        for (var item : items.stream().sorted(Comparator.comparing(ProposedDeactivation::id)).toList())
            write(out, item.id().text(), item.name(), item.variable().text());
    }

    /** Each as its length in bytes and its modified UTF-8. */
    private static void write(DataOutputStream out, String... fields) throws IOException {
        for (String field : fields)
            out.writeUTF(field);
    }
}
