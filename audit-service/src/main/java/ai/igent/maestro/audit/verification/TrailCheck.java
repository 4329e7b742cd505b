package ai.igent.maestro.audit.verification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import ai.igent.maestro.audit.chain.ChainHash;

/** Checks every chain of the trail; rows come ordered by partition and sequence. */
final class TrailCheck {
    private final Map<Integer, ChainCheck> chains;

    TrailCheck(List<Head> heads) {
        chains = heads.stream().collect(Collectors.toMap(Head::partition, ChainCheck::new, (one, same) -> one, TreeMap::new));
    }

    /** A chain without a head ends before its first entry. */
    void see(StoredRow row) {
        chains.computeIfAbsent(row.partition(), partition -> new ChainCheck(new Head(partition, 0, ChainHash.genesis()))).see(row);
    }

    Verification end() {
        chains.values().forEach(ChainCheck::end);
        long checked = chains.values().stream().mapToLong(ChainCheck::checked).sum();
        return Verification.of(checked, firstBroken());
    }

    private Verification.Place firstBroken() {
        return chains.values().stream().map(ChainCheck::firstBroken).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
