package ai.igent.maestro.injector.owner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.ResolveRequests;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.injector.together.Together;
import ai.igent.maestro.injector.together.TogetherConfig;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.web.trace.TraceParent;

/** Fetches the values of a grant from the services that own some of them, side by side. Never fails; an owner's failure is its items'. */
@ApplicationScoped
public class ResolveValues {
    private static final Logger LOG = Logger.getLogger(ResolveValues.class);
    /** Of a signature for a hundred things. A call for as many as may be has room for that. */
    private static final int LONGEST_SHARED = 24 * 1024;

    private final Map<Source, Function<ResolveRequest, Uni<Resolved>>> owners = new EnumMap<>(Source.class);
    private final Duration deadline;

    ResolveValues(@RestClient VaultService vault, @RestClient OAuthService oauth, OwnerConfig config, TogetherConfig together) {
        var shared = new Together<Wanted, Resolved>(new ResolveTogether(vault)::of, wanted -> vault.resolve(wanted.request()),
                ResolveValues::wipe, ResolveRequests.MOST, together);
        owners.put(Source.VAULT, request -> request.grant().length() > LONGEST_SHARED
                ? vault.resolve(request)
                : shared.ask(new Wanted(request, TraceParent.current())));
        owners.put(Source.OAUTH, oauth::resolve);
        deadline = config.deadline();
    }

    public Uni<Resolution> of(SessionId session, GrantAnswer answer) {
        var request = new ResolveRequest(answer.grant(), session);
        List<Uni<Resolution>> questions = new ArrayList<>();
        owners.forEach((source, owner) -> {
            List<String> ids = idsOf(answer, source);
            if (!ids.isEmpty()) questions.add(ask(owner, source, ids, request));
        });
        if (questions.isEmpty()) return Uni.createFrom().item(Resolution.nothing());
        return Uni.join().all(questions).andFailFast().map(answers -> answers.stream().reduce(Resolution.nothing(), Resolution::and));
    }

    private static List<String> idsOf(GrantAnswer answer, Source source) {
        return answer.items().stream().filter(item -> item.source() == source).map(GrantItem::id).toList();
    }

    private Uni<Resolution> ask(Function<ResolveRequest, Uni<Resolved>> owner, Source source, List<String> ids, ResolveRequest request) {
        return owner.apply(request).ifNoItem().after(deadline).fail().map(Resolution::of).onFailure()
                .recoverWithItem(failure -> unanswered(source, ids, failure));
    }

    private static void wipe(Resolved unclaimed) {
        unclaimed.values().forEach(item -> item.value().value().close());
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof java.util.concurrent.TimeoutException;
    }

    private static Resolution unanswered(Source source, List<String> ids, Throwable failure) {
        LOG.warnf("the owner of %s secrets did not release any: %s", source.text(), failure.getClass().getName());
        return Resolution.unanswered(ids, isTimeout(failure) ? "owner-timeout" : "owner-unavailable");
    }
}
