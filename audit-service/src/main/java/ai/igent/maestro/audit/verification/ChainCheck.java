package ai.igent.maestro.audit.verification;

import java.util.Arrays;

import ai.igent.maestro.audit.chain.ChainHash;
import ai.igent.maestro.audit.chain.RecordBytes;
import ai.igent.maestro.audit.chain.SearchColumns;

/** Follows one chain from its genesis to its head. Rows are given in the order of their sequences; it stops caring at the first flaw. */
final class ChainCheck {
    private final Head head;
    private long checked;
    private byte[] lastHash = ChainHash.genesis();
    private Verification.Place firstBroken;

    ChainCheck(Head head) {
        this.head = head;
    }

    void see(StoredRow row) {
        if (firstBroken != null) return;
        Flaw flaw = flawOf(row);
        if (flaw != null) {
            broken(flaw == Flaw.MISSING ? checked + 1 : row.sequence(), flaw);
        } else {
            checked++;
            lastHash = row.hash();
        }
    }

    /** To be called after the last row. */
    void end() {
        if (firstBroken != null) return;
        if (checked < head.sequence()) broken(checked + 1, Flaw.MISSING);
        else if (!Arrays.equals(lastHash, head.hash())) broken(checked, Flaw.WRONG_HEAD);
    }

    private Flaw flawOf(StoredRow row) {
        if (row.sequence() > head.sequence() || row.sequence() <= checked) return Flaw.INSERTED;
        if (row.sequence() > checked + 1) return Flaw.MISSING;
        if (!Arrays.equals(row.previousHash(), lastHash)) return Flaw.UNLINKED;
        if (!Arrays.equals(row.hash(), ChainHash.of(lastHash, row.partition(), row.sequence(), row.content()))) return Flaw.CHANGED;
        return isLabelledAsItsContent(row) ? null : Flaw.MISLABELLED;
    }

    private static boolean isLabelledAsItsContent(StoredRow row) {
        return RecordBytes.read(row.content())
                .filter(content -> content.id().text().equals(row.id()) && SearchColumns.of(content).equals(row.columns())).isPresent();
    }

    private void broken(long sequence, Flaw flaw) {
        firstBroken = new Verification.Place(head.partition(), sequence, flaw);
    }

    long checked() {
        return checked;
    }

    /** Null while nothing is wrong. */
    Verification.Place firstBroken() {
        return firstBroken;
    }
}
