package ai.igent.maestro.contracts.internal;

import java.util.List;

import ai.igent.maestro.vocabulary.Owner;

/** Asks an owner service what could be activated: everything of these owners, or exactly these ids. One of the two is given. */
public record DescribeRequest(List<Owner> owners, List<String> ids) {
    public static DescribeRequest ofOwners(List<Owner> owners) {
        return new DescribeRequest(List.copyOf(owners), null);
    }

    public static DescribeRequest ofIds(List<String> ids) {
        return new DescribeRequest(null, List.copyOf(ids));
    }
}
