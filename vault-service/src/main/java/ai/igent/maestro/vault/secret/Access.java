package ai.igent.maestro.vault.secret;

import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;

/** Who may see and who may change whose secrets: people their own; an organization's are seen by members and changed by admins. */
public final class Access {
    private Access() {}

    public static boolean maySee(Caller.Person person, Owner owner) {
        return switch (owner.kind()) {
            case USER -> owner.equals(person.owner());
            case ORGANIZATION -> person.isMemberOf(owner.id());
        };
    }

    public static boolean mayChange(Caller.Person person, Owner owner) {
        return switch (owner.kind()) {
            case USER -> owner.equals(person.owner());
            case ORGANIZATION -> person.isAdminOf(owner.id());
        };
    }

    /** Everyone whose secrets the person sees. */
    static List<Owner> visibleOwners(Caller.Person person) {
        var owners = new ArrayList<>(List.of(person.owner()));
        person.organizations().keySet().stream().sorted().map(Owner::organization).forEach(owners::add);
        return owners;
    }

    /** Who will own what the person registers: {@code organization}, of which they must be an admin, or they themselves. */
    static Owner newOwner(Caller.Person person, String organization) {
        if (organization == null) return person.owner();
        if (!person.isAdminOf(organization)) throw new SecretFailure.AdminRequired();
        return Owner.organization(organization);
    }
}
