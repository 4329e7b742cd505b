package ai.igent.maestro.injector.owner;

import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.contracts.internal.Resolved;

/**
 * What all owners together released and refused. Whoever holds it wipes the values.
 *
 * @param complete whether every owner answered; if not, asking again soon makes sense
 */
public record Resolution(List<Resolved.Item> values, List<Resolved.Failed> failed, boolean complete) {
    static Resolution nothing() {
        return new Resolution(List.of(), List.of(), true);
    }

    static Resolution of(Resolved resolved) {
        return new Resolution(resolved.values(), resolved.failed(), true);
    }

    static Resolution unanswered(List<String> ids, String code) {
        return new Resolution(List.of(), ids.stream().map(id -> new Resolved.Failed(id, code)).toList(), false);
    }

    Resolution and(Resolution other) {
        return new Resolution(joined(values, other.values), joined(failed, other.failed), complete && other.complete);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
