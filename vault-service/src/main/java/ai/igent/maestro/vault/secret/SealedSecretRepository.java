package ai.igent.maestro.vault.secret;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.VariableName;

/** Secrets with their current versions, for those who open them. */
@ApplicationScoped
public class SealedSecretRepository implements PanacheRepositoryBase<Secret, String> {
    /** With an array: for a list the query would be translated anew each time. */
    private static final String CURRENT = """
            select new ai.igent.maestro.vault.secret.SealedSecret(s, v,
                (select max(latest.number) from SecretVersion latest where latest.secret = s.id))
            from Secret s join SecretVersion v on v.secret = s.id and v.number = s.version
            where cast(sql('? = any(?)', s.id, ?1) as boolean) = true""";
    private static final String OF_ITS_SET = """
            select other.id from Secret other where other.owner = ?1 and other.labels.integration = ?2 and other.deletedAt is null
            and other.labels.environment is not distinct from ?3 and cast(other.labels.account as string) is not distinct from ?4""";
    private static final String SET = OF_ITS_SET + " order by other.id desc";
    private static final String NAMED = OF_ITS_SET + " and cast(other.labels.name as string) = ?5";
    private static final int MOST_OF_A_SET = 50;

    /** Those of {@code ids} that exist, with their current versions, in one read. */
    @WithSession
    public Uni<List<SealedSecret>> of(Collection<String> ids) {
        return getSession()
                .chain(session -> session.createSelectionQuery(CURRENT, SealedSecret.class).setParameter(1, ids.toArray(String[]::new))
                        .getResultList());
    }

    /** The set {@code secret} is of, newest first: same owner, integration, account and environment. Deleted ones are not of it. */
    @WithSession
    public Uni<List<SealedSecret>> setOf(Secret secret) {
        return getSession().chain(session -> ofItsSet(session, SET, secret).setMaxResults(MOST_OF_A_SET).getResultList())
                .chain(this::inOrder);
    }

    /** The secret of that set with the name of {@code variable}; there is one at most. */
    @WithSession
    public Uni<Optional<SealedSecret>> besides(Secret secret, VariableName variable) {
        return getSession().chain(session -> ofItsSet(session, NAMED, secret).setParameter(5, variable.text()).getResultList())
                .chain(this::of).map(found -> found.stream().findFirst());
    }

    private static SelectionQuery<String> ofItsSet(Mutiny.Session session, String query, Secret secret) {
        Labels labels = secret.labels();
        return session.createSelectionQuery(query, String.class).setParameter(1, secret.owner()).setParameter(2, labels.integration())
                .setParameter(3, labels.environment())
                .setParameter(4, labels.account() == null ? null : labels.account().text());
    }

    private Uni<List<SealedSecret>> inOrder(List<String> ids) {
        return of(ids).map(found -> found.stream().sorted(Comparator.comparing(one -> ids.indexOf(one.secret().id))).toList());
    }
}
