package ai.igent.maestro.injector.bundle;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.web.identity.Caller;

/** Hands one active value to git. That something is there to be given is found out first; that it is given is on record before it leaves. */
@ApplicationScoped
public class GiveToGit {
    private final FetchBundle fetch;

    GiveToGit(FetchBundle fetch) {
        this.fetch = fetch;
    }

    /**
     * What {@code copy} makes of the chosen value, which it must not keep; empty when nothing is chosen.
     *
     * @param choose looks at what there is, without values; what it throws is the failure
     */
    public <T> Uni<Optional<T>> give(Caller.Sandbox sandbox, Function<List<GitCredential>, Optional<GitCredential>> choose,
            BiFunction<GitCredential, SecretValue, T> copy) {
        return fetch.inspect(sandbox, bundle -> choose.apply(credentials(bundle)))
                .chain(chosen -> chosen.isEmpty() ? Uni.createFrom().item(Optional.empty()) : record(sandbox, choose, copy));
    }

    /** Chooses again, from what is active when the record is made. */
    private <T> Uni<Optional<T>> record(Caller.Sandbox sandbox, Function<List<GitCredential>, Optional<GitCredential>> choose,
            BiFunction<GitCredential, SecretValue, T> copy) {
        return fetch.hand(sandbox, Purpose.GIT, bundle -> choose.apply(credentials(bundle))
                .map(chosen -> copy.apply(chosen, value(bundle, chosen))));
    }

    private static List<GitCredential> credentials(Bundle bundle) {
        return bundle.delivered().stream().filter(each -> each.git() != null && each.value().borrow(GiveToGit::fitsIntoALine))
                .map(GitCredential::of).toList();
    }

    private static SecretValue value(Bundle bundle, GitCredential chosen) {
        return bundle.delivered().stream().filter(each -> each.item().id().equals(chosen.id())).findFirst().orElseThrow().value();
    }

    /** The protocol has one line for a password. */
    private static boolean fitsIntoALine(byte[] value) {
        for (byte each : value)
            if (each == '\n' || each == '\r' || each == 0) return false;
        return true;
    }
}
