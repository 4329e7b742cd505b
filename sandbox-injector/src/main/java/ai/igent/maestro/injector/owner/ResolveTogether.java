package ai.igent.maestro.injector.owner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.ResolveRequests;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.contracts.internal.ResolvedGrants;

/** Asks for what several builds need in one call, in which each signature stands once. */
final class ResolveTogether {
    private final VaultService vault;

    ResolveTogether(VaultService vault) {
        this.vault = vault;
    }

    /** In their order; null where the service left one open. */
    Uni<List<Resolved>> of(List<Wanted> several) {
        Map<String, List<Integer>> byGrant = new LinkedHashMap<>();
        IntStream.range(0, several.size()).forEach(place -> byGrant
                .computeIfAbsent(several.get(place).request().grant(), grant -> new ArrayList<>()).add(place));
        return vault.resolveAll(new ResolveRequests(asks(several, byGrant))).map(resolved -> inPlace(byGrant, resolved));
    }

    private static List<ResolveRequests.Ask> asks(List<Wanted> several, Map<String, List<Integer>> byGrant) {
        return byGrant.entrySet().stream().map(grant -> new ResolveRequests.Ask(grant.getKey(), null,
                grant.getValue().stream().map(place -> several.get(place).fetch()).toList())).toList();
    }

    private static List<Resolved> inPlace(Map<String, List<Integer>> byGrant, ResolvedGrants resolved) {
        List<Integer> places = byGrant.values().stream().flatMap(List::stream).toList();
        List<Resolved> answers = resolved.answers();
        if (answers.size() != places.size())
            throw new IllegalStateException(places.size() + " questions were given " + answers.size() + " answers");
        Resolved[] inPlace = new Resolved[places.size()];
        for (int at = 0; at < inPlace.length; at++)
            inPlace[places.get(at)] = answers.get(at);
        return Arrays.asList(inPlace);
    }
}
