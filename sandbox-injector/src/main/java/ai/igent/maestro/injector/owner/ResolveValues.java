package ai.igent.maestro.injector.owner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.vocabulary.Source;

/** Fetches the values of a grant: one call to each service that owns some of them, side by side. Never fails; an owner's failure is its items'. */
@ApplicationScoped
public class ResolveValues {
    private static final Logger LOG = Logger.getLogger(ResolveValues.class);

    private final Map<Source, OwnerService> owners = new EnumMap<>(Source.class);
    private final Duration deadline;

    ResolveValues(@RestClient VaultService vault, @RestClient OAuthService oauth, OwnerConfig config) {
        owners.put(Source.VAULT, vault);
        owners.put(Source.OAUTH, oauth);
        deadline = config.deadline();
    }

    public Uni<Resolution> of(GrantAnswer answer) {
        List<Uni<Resolution>> questions = new ArrayList<>();
        owners.forEach((source, owner) -> {
            List<String> ids = idsOf(answer, source);
            if (!ids.isEmpty()) questions.add(ask(owner, source, ids, answer.grant()));
        });
        if (questions.isEmpty()) return Uni.createFrom().item(Resolution.nothing());
        return Uni.join().all(questions).andFailFast().map(answers -> answers.stream().reduce(Resolution.nothing(), Resolution::and));
    }

    private static List<String> idsOf(GrantAnswer answer, Source source) {
        return answer.items().stream().filter(item -> item.source() == source).map(GrantItem::id).toList();
    }

    private Uni<Resolution> ask(OwnerService owner, Source source, List<String> ids, String grant) {
        return owner.resolve(new ResolveRequest(grant)).ifNoItem().after(deadline).fail().map(Resolution::of).onFailure()
                .recoverWithItem(failure -> unanswered(source, ids, failure));
    }

    private static Resolution unanswered(Source source, List<String> ids, Throwable failure) {
        LOG.warnf("the owner of %s secrets did not release any: %s", source.text(), failure.getClass().getName());
        return Resolution.unanswered(ids, failure instanceof TimeoutException ? "owner-timeout" : "owner-unavailable");
    }
}
