package ai.igent.maestro.session.candidate;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;

/** The question every owner service answers: what could be activated, never its value. */
interface Descriptions {
    Uni<Described> describe(DescribeRequest request);
}
