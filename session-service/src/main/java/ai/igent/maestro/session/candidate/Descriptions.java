package ai.igent.maestro.session.candidate;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.contracts.internal.NamesRequest;

/** The question every owner service answers: what could be activated, never its value. */
interface Descriptions {
    Uni<Described> describe(DescribeRequest request);

    Uni<Described> page(DescribePageRequest request);

    Uni<Named> names(NamesRequest request);
}
