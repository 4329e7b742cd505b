package ai.igent.maestro.injector.owner;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.Resolved;

/** A service that releases the values it owns against a grant. */
interface OwnerService {
    Uni<Resolved> resolve(ResolveRequest request);
}
