package ai.igent.maestro.session.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.phrase.Choice;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;

/** A request as its user and its agent see it; {@code confirmation} stands only in the user's, and only while there is something to confirm. */
record RequestView(RequestId id, SessionId session, Actor requestedBy, String phrase, String reason, RequestStatus status,
        List<Activate> activate, List<Deactivate> deactivate, List<Choice> choices, List<Conflict> conflicts, List<Notice> warnings,
        Duration duration, @JsonInclude(JsonInclude.Include.NON_NULL) Confirmation confirmation, Instant createdAt) {
    record Activate(CandidateId id, String name, VariableName variable, SecretKind kind, String integration, String account,
            Environment environment, Owner owner, String why) {
        static Activate of(ProposedActivation item) {
            return new Activate(item.id(), item.name(), item.variable(), item.kind(), item.integration(), item.account(),
                    item.environment(),
                    item.owner(), item.why());
        }
    }

    record Deactivate(CandidateId id, String name, VariableName variable, Environment environment, String why) {
        static Deactivate of(ProposedDeactivation item) {
            return new Deactivate(item.id(), item.name(), item.variable(), item.environment(), item.why());
        }
    }

    record Confirmation(String nonce, String setHash, Instant expiresAt) {}

    /** As {@code viewer} may see it. */
    static RequestView of(ActivationRequest request, Caller viewer, Instant now) {
        return viewer instanceof Caller.Person ? forUser(request, now) : of(request, now, (Confirmation) null);
    }

    static RequestView forUser(ActivationRequest request, Instant now) {
        boolean confirmable = request.statusAt(now) == RequestStatus.PROPOSED;
        return of(request, now, confirmable ? new Confirmation(request.nonce(), request.setHash(), request.expiresAt()) : null);
    }

    private static RequestView of(ActivationRequest request, Instant now, Confirmation confirmation) {
        var content = request.content();
        var proposal = content.proposal();
        return new RequestView(request.id(), request.session(), request.requestedBy(), request.phrase(), request.reason(),
                request.statusAt(now), proposal.activate().stream().map(Activate::of).toList(),
                proposal.deactivate().stream().map(Deactivate::of).toList(), proposal.choices(), content.conflicts(), content.warnings(),
                proposal.duration(), confirmation, request.createdAt());
    }
}
