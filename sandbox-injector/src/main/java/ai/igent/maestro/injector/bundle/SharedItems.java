package ai.igent.maestro.injector.bundle;

import com.github.benmanes.caffeine.cache.Interner;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;

/** Keeps equal items once: what a person has active in many sessions came with each of their answers. */
final class SharedItems {
    private final Interner<GrantItem> known = Interner.newWeakInterner();

    /** The same answer. */
    GrantAnswer in(GrantAnswer answer) {
        return answer.withItems(answer.items().stream().map(known::intern).toList());
    }
}
