package ai.igent.maestro.session.grant;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * What a session's rows said at one moment, all of them at the same.
 *
 * @param organization of the session, or null
 * @param nextChange when the set changes by itself: an activation's end or the session's
 */
record ActiveNow(SessionId session, String user, String organization, long revision, long tokenGeneration, Instant nextChange,
        List<GrantItem> items) {
    ActiveNow {
        items = List.copyOf(items);
    }

    static ActiveNow of(ActiveSet set) {
        var session = set.session();
        var nextChange = Stream.concat(Stream.of(session.expiresAt()), set.active().map(Activation::activeUntil)).min(Instant::compareTo);
        return new ActiveNow(session.id(), session.user(), session.organization(), session.revision(), session.tokenGeneration(),
                nextChange.orElseThrow(), set.active().map(ActiveNow::item).toList());
    }

    private static GrantItem item(Activation activation) {
        return new GrantItem(activation.candidate().text(), activation.candidate().source(), activation.owner(), activation.epoch(),
                activation.variable(), activation.kind(), activation.mode(), activation.activeUntil());
    }

    Owner owner() {
        return Owner.user(user);
    }
}
