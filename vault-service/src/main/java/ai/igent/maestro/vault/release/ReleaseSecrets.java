package ai.igent.maestro.vault.release;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.ResolveRequests.Ask;
import ai.igent.maestro.contracts.internal.ResolveRequests.Fetch;
import ai.igent.maestro.grants.GrantFailure;
import ai.igent.maestro.grants.GrantVerifier;
import ai.igent.maestro.grants.Granted;
import ai.igent.maestro.vault.secret.SealedSecretRepository;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.trace.TraceParent;

/** Releases the values a grant names: verified, read in one go, decided and opened, put on record, and only then answered. */
@ApplicationScoped
class ReleaseSecrets {
    private static final String THIS_SERVICE = "vault-service";

    private final GrantVerifier grants;
    private final SealedSecretRepository secrets;
    private final OpenSecrets openSecrets;
    private final GitUses gitUses;
    private final ReleaseRecords records;

    ReleaseSecrets(GrantVerifier grants, SealedSecretRepository secrets, OpenSecrets openSecrets, GitUses gitUses,
            ReleaseRecords records) {
        this.grants = grants;
        this.secrets = secrets;
        this.openSecrets = openSecrets;
        this.gitUses = gitUses;
        this.records = records;
    }

    /** The values in it are the caller's to wipe once they are sent. */
    Uni<Answered> against(ResolveRequest request, Caller.ServiceClient caller) {
        return grants.verify(request.grant(), THIS_SERVICE, caller).map(granted -> granted.to(request.session()))
                .map(claims -> Asked.of(claims, Context.current())).chain(this::release);
    }

    private Uni<Answered> release(Asked asked) {
        return secrets.find(asked.ids().toList())
                .chain(found -> openSecrets.of(asked, found))
                .chain((Answered opened) -> addHosts(opened))
                .call(answered -> commit(List.of(answered)));
    }

    /**
     * The same against several grants, in the order of the fetches that need them, all of them read in one go and put on record in one go. Empty is one
     * to be asked alone: it is no grant, or it needs more than that. Nothing of it is on record.
     */
    Uni<List<Optional<Answered>>> againstAll(List<Ask> several, Caller.ServiceClient caller) {
        var atOnce = new AtOnce();
        return Multi.createFrom().iterable(several)
                .onItem().transformToUniAndConcatenate(ask -> atOnce.or(Optional.<Granted>empty(), () -> verify(ask, caller))
                        .map(granted -> ask.fetches().stream().map(fetch -> granted.flatMap(all -> asked(all, fetch))).toList()))
                .onItem().<Optional<Asked>>disjoint()
                .collect().asList()
                .chain(asked -> releaseAll(asked, atOnce));
    }

    private Uni<Optional<Granted>> verify(Ask ask, Caller.ServiceClient caller) {
        return grants.verify(ask.grant(), THIS_SERVICE, caller).map(Optional::of);
    }

    private static Optional<Asked> asked(Granted granted, Fetch fetch) {
        try {
            return Optional.of(Asked.of(granted.to(fetch.session()), TraceParent.context(fetch.traceparent())));
        } catch (GrantFailure.Refused notForIt) {
            return Optional.empty();
        }
    }

    private Uni<List<Optional<Answered>>> releaseAll(List<Optional<Asked>> several, AtOnce atOnce) {
        List<Asked> asked = several.stream().flatMap(Optional::stream).toList();
        return secrets.find(asked.stream().flatMap(Asked::ids).distinct().toList())
                .chain(found -> openSecrets.ofAll(asked, found, atOnce))
                .chain(opened -> Multi.createFrom().iterable(opened).onItem().transformToUniAndConcatenate(this::addHosts).collect()
                        .asList())
                .call(answered -> commit(answered.stream().flatMap(Optional::stream).toList()))
                .map(answered -> inPlace(several, answered));
    }

    /** What needs more reading for it is left to be asked alone. */
    private Uni<Optional<Answered>> addHosts(Optional<Answered> opened) {
        if (opened.isEmpty()) return Uni.createFrom().item(opened);
        if (gitUses.isAtHand(opened.get().decisions())) return addHosts(opened.get()).map(Optional::of);
        opened.get().wipe();
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<Answered> addHosts(Answered opened) {
        return gitUses.addTo(opened.decisions()).map(opened::with);
    }

    private Uni<Void> commit(List<Answered> answered) {
        return records.commit(answered).onFailure().invoke(() -> answered.forEach(Answered::wipe));
    }

    /** Puts each answer where its grant was asked; where there was no grant there is none. */
    private static List<Optional<Answered>> inPlace(List<Optional<Asked>> several, List<Optional<Answered>> answered) {
        var next = answered.iterator();
        return several.stream().map(asked -> asked.flatMap(grant -> next.next())).toList();
    }
}
