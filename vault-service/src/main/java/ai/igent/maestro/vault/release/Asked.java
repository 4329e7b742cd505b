package ai.igent.maestro.vault.release;

import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.context.Context;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.vocabulary.Source;

/** A grant that proved to be one, what of it is this service's, and the trace its records belong to. */
record Asked(GrantClaims grant, List<GrantItem> items, Context trace) {
    static Asked of(GrantClaims grant, Context trace) {
        return new Asked(grant, grant.items().stream().filter(item -> item.source() == Source.VAULT).toList(), trace);
    }

    Stream<String> ids() {
        return items.stream().map(GrantItem::id);
    }

    Answered answered(List<Decision> decisions) {
        return new Answered(grant.session(), decisions, trace);
    }
}
