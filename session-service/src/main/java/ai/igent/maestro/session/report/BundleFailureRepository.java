package ai.igent.maestro.session.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.vocabulary.SessionId;

/** What was left out of bundles, as it was reported last. */
@ApplicationScoped
public class BundleFailureRepository implements PanacheRepositoryBase<BundleFailure, BundleFailure.Key> {
    private static final Pattern ID = Pattern.compile("(sec|con)_[0-9a-f]{32}");
    private static final int LONGEST_CODE = 100;

    @WithSession
    public Uni<List<BundleFailure>> of(SessionId session) {
        return list("session", session.text());
    }

    /** Puts the failures of {@code revision} in the place of those reported before. Belongs into the transaction that holds the session's lock. */
    Uni<Void> replace(SessionId session, long revision, List<Resolved.Failed> failed) {
        Map<String, BundleFailure> rows = new LinkedHashMap<>();
        for (Resolved.Failed failure : failed)
            if (isStorable(failure)) rows.put(failure.id(), BundleFailure.of(session, revision, failure.id(), failure.code()));
        return delete("session", session.text()).chain(() -> persist(rows.values()));
    }

    private static boolean isStorable(Resolved.Failed failure) {
        return failure.id() != null && ID.matcher(failure.id()).matches() && failure.code() != null
                && failure.code().length() <= LONGEST_CODE;
    }
}
