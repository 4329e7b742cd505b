package ai.igent.maestro.session.membership;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

/** What tokens prove about membership. */
@ApplicationScoped
public class Memberships {
    private final MemberRemovalRepository removals;
    private final MembershipConfig config;

    Memberships(MemberRemovalRepository removals, MembershipConfig config) {
        this.removals = removals;
        this.config = config;
    }

    /**
     * Whose secrets {@code confirmer} may consent to: the person's own, and those of organizations the token names, without those the person was
     * removed from after it was made. Belongs into the transaction that relies on it, after the session's lock was taken: a removal that is not seen
     * there ends what is activated.
     */
    public Uni<Set<Owner>> ownersFor(Confirmer confirmer) {
        var person = confirmer.person();
        if (person.organizations().isEmpty()) return Uni.createFrom().item(Set.of(person.owner()));
        return leftSince(person.subject(), confirmer.issuedAt()).map(left -> owners(confirmer, left));
    }

    /** The organizations that {@code user} has left since a token was made; to be on the safe side, shortly before counts as since. */
    public Uni<List<String>> leftSince(String user, Instant issuedAt) {
        return removals.since(user, issuedAt.minus(config.clockSkew()));
    }

    private static Set<Owner> owners(Confirmer confirmer, List<String> left) {
        Set<Owner> owners = new HashSet<>();
        owners.add(confirmer.person().owner());
        confirmer.person().organizations().keySet().stream().filter(organization -> !left.contains(organization)).map(Owner::organization)
                .forEach(owners::add);
        return owners;
    }
}
