package ai.igent.maestro.vault.release;

import java.util.List;
import java.util.stream.Stream;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.vocabulary.Source;

/** A grant that proved to be one, and what of it is this service's. */
record Asked(GrantClaims grant, List<GrantItem> items) {
    static Asked of(GrantClaims grant) {
        return new Asked(grant, grant.items().stream().filter(item -> item.source() == Source.VAULT).toList());
    }

    Stream<String> ids() {
        return items.stream().map(GrantItem::id);
    }
}
