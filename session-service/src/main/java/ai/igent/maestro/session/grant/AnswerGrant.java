package ai.igent.maestro.session.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantAnswers;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.GrantQuestions;
import ai.igent.maestro.contracts.internal.GrantRequest;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.grants.GrantSigner;
import ai.igent.maestro.session.activation.SetSeals;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.signing.KeyPurpose;
import ai.igent.maestro.session.signing.SigningKeys;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/**
 * Says what is active now, by the database's clock. If anything is and values will leave the injector, the delivery is on record before the
 * answer. The grant is signed only for a caller who does not have this revision.
 */
@ApplicationScoped
class AnswerGrant {
    private final EvaluateGrant evaluateGrant;
    private final SigningKeys keys;
    private final SetSeals seals;
    private final GrantSigner signer;
    private final SignTogether signTogether;

    AnswerGrant(EvaluateGrant evaluateGrant, SigningKeys keys, SetSeals seals, GrantSigner signer, SignTogether signTogether) {
        this.evaluateGrant = evaluateGrant;
        this.keys = keys;
        this.seals = seals;
        this.signer = signer;
        this.signTogether = signTogether;
    }

    /** Fails with {@link SessionFailure.Over} once the session is over. */
    Uni<GrantAnswer> of(SessionId session, GrantRequest request, Caller.ServiceClient injector, Originator originator) {
        return seals.ready().chain(() -> keys.current(KeyPurpose.GRANT))
                .chain(key -> evaluateGrant.of(session, request.purpose(), originator)
                        .map(now -> answer(now, now.items())
                                .with(has(request, now) ? null : signer.sign(claims(now, request, injector), key))));
    }

    /**
     * The same for several sessions in shared statements, in the order of the questions. Null is a question to be asked alone: what has no grant for an
     * answer, what only the session's lock can tell, and all of them when one of them cannot be answered.
     */
    Uni<GrantAnswers> ofAll(List<GrantQuestions.Question> questions, AnswerForm form, Caller.ServiceClient injector,
            Originator originator) {
        return seals.ready().chain(() -> keys.current(KeyPurpose.GRANT))
                .chain(key -> evaluateGrant.ofAll(questions.stream().map(question -> Question.of(question, originator)).toList())
                        .map(found -> new GrantAnswers(answers(questions, found, form),
                                signTogether.of(wanted(questions, found, injector), form.together(), key)))
                        .map(answers -> form.together() ? answers : new GrantAnswers(answers.whole(), null)));
    }

    private static List<GrantAnswer> answers(List<GrantQuestions.Question> questions, List<Optional<ActiveNow>> found, AnswerForm form) {
        List<GrantAnswer> answers = new ArrayList<>(found.size());
        for (int at = 0; at < questions.size(); at++) {
            GrantRequest request = questions.get(at).alone();
            answers.add(found.get(at).map(now -> form.brief() && has(request, now) ? answer(now, null) : answer(now, now.items()))
                    .orElse(null));
        }
        return answers;
    }

    /** By the place of their answer. */
    private static SortedMap<Integer, GrantClaims> wanted(List<GrantQuestions.Question> questions, List<Optional<ActiveNow>> found,
            Caller.ServiceClient injector) {
        SortedMap<Integer, GrantClaims> wanted = new TreeMap<>();
        for (int at = 0; at < questions.size(); at++) {
            GrantRequest request = questions.get(at).alone();
            int place = at;
            found.get(at).filter(now -> !has(request, now)).ifPresent(now -> wanted.put(place, claims(now, request, injector)));
        }
        return wanted;
    }

    /** Without its grant. */
    private static GrantAnswer answer(ActiveNow now, List<GrantItem> items) {
        return new GrantAnswer(now.revision(), now.tokenGeneration(), now.nextChange(), null, items);
    }

    private static boolean has(GrantRequest request, ActiveNow now) {
        return request.have() != null && request.have() == now.revision();
    }

    private static GrantClaims claims(ActiveNow now, GrantRequest request, Caller.ServiceClient injector) {
        return new GrantClaims(now.session(), now.revision(), now.user(), now.organization(), injector.clientId(), request.purpose(),
                now.items().stream().map(GrantItem::asGranted).toList());
    }
}
