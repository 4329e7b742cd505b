package ai.igent.maestro.injector.owner;

import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.ResolveRequests;

/** What one build needs of an owner, and the trace of the fetch that it is for, or null. */
record Wanted(ResolveRequest request, String traceparent) {
    ResolveRequests.Fetch fetch() {
        return new ResolveRequests.Fetch(request.session(), traceparent);
    }
}
