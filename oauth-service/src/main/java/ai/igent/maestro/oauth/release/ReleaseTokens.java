package ai.igent.maestro.oauth.release;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Source;

/**
 * Releases the tokens a grant names. Those that end soon are refreshed and keys are fetched first; one transaction then holds the connections, judges each and writes what leaves and
 * what does not on record. The answer exists once that is committed. One refused token does not hold up the others.
 */
@ApplicationScoped
class ReleaseTokens {
    private final Freshen freshen;
    private final Candidates candidates;
    private final OwnerKeys keys;
    private final Judge judge;
    private final AuditTrail trail;

    ReleaseTokens(Freshen freshen, Candidates candidates, OwnerKeys keys, Judge judge, AuditTrail trail) {
        this.freshen = freshen;
        this.candidates = candidates;
        this.keys = keys;
        this.judge = judge;
        this.trail = trail;
    }

    Uni<Resolved> against(GrantClaims grant, Originator by) {
        List<GrantItem> items = grant.items().stream().filter(item -> item.source() == Source.OAUTH).toList();
        if (items.isEmpty()) return Uni.createFrom().item(new Resolved(List.of(), List.of()));
        return freshen.of(items, grant).chain(() -> candidates.of(items)).chain(this::keysOf)
                .chain(open -> release(items, open, grant, by).eventually(open::close))
                .map(ReleaseTokens::answer);
    }

    private Uni<OpenKeys> keysOf(List<Candidate> found) {
        OpenKeys open = new OpenKeys();
        Set<Needed> needed = found.stream().flatMap(ReleaseTokens::needed).collect(Collectors.toSet());
        return Multi.createFrom().iterable(needed)
                .onItem().transformToUniAndConcatenate(this::key)
                .onItem().invoke(open::add)
                .onItem().ignoreAsUni()
                .onFailure().invoke(open::close)
                .replaceWith(open);
    }

    private static Stream<Needed> needed(Candidate candidate) {
        return candidate.dataKeys().stream().map(id -> new Needed(candidate.connection().orElseThrow().owner(), id));
    }

    private Uni<DataKey> key(Needed needed) {
        return keys.of(needed.owner(), needed.id())
                .onFailure(EnvelopeFailure.KeyGone.class).recoverWithNull()
                .onFailure(EnvelopeFailure.SealBroken.class).recoverWithNull();
    }

    @WithTransaction
    Uni<List<Judgement>> release(List<GrantItem> items, OpenKeys open, GrantClaims grant, Originator by) {
        return candidates.held(items)
                .map(held -> held.stream().map(candidate -> judge.of(candidate, grant, open)).toList())
                .call(judged -> record(judged, grant, by));
    }

    private Uni<Void> record(List<Judgement> judged, GrantClaims grant, Originator by) {
        return trail.record(judged.stream().map(each -> each.happening(grant)).toList(), by);
    }

    private static Resolved answer(List<Judgement> judged) {
        return new Resolved(
                judged.stream().filter(Judgement.Released.class::isInstance).map(each -> ((Judgement.Released) each).item()).toList(),
                judged.stream().filter(Judgement.Refused.class::isInstance).map(each -> ((Judgement.Refused) each).failed()).toList());
    }

    private record Needed(Owner owner, DataKeyId id) {}
}
