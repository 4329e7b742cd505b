package ai.igent.maestro.session.membership;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Removals in the database. */
@ApplicationScoped
class MemberRemovalRepository implements PanacheRepositoryBase<MemberRemoval, MemberRemoval.Member> {
    private static final String NOTE = """
            insert into member_removal (organization, user_id, removed_at) values (:organization, :user, clock_timestamp())
            on conflict (organization, user_id) do update set removed_at = excluded.removed_at""";

    /** Inside a transaction; a removal noted earlier is as of now then. */
    Uni<Void> note(String organization, String user) {
        return getSession().chain(session -> session.createNativeQuery(NOTE).setParameter("organization", organization)
                .setParameter("user", user).executeUpdate()).replaceWithVoid();
    }

    /** Organizations that {@code user} was removed from at {@code start} or later. */
    Uni<List<String>> since(String user, Instant start) {
        return find("member.user = ?1 and removedAt >= ?2", user, start).list()
                .map(removals -> removals.stream().map(MemberRemoval::organization).toList());
    }
}
