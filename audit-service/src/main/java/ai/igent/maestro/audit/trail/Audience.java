package ai.igent.maestro.audit.trail;

import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/** Which entries somebody may see: those in any of {@code views}. */
record Audience(List<View> views) {

    static Audience of(Caller.Person person) {
        return new Audience(person.has(Role.AUDITOR) ? List.of(View.everything()) : ownOf(person));
    }

    private static List<View> ownOf(Caller.Person person) {
        List<View> views = new ArrayList<>();
        views.add(View.ownedBy(person.owner()));
        views.add(View.doneBy(person));
        views.add(View.ofTheSessionsOf(person.owner()));
        var administered = person.organizations().keySet().stream().filter(person::isAdminOf).map(Owner::organization).toList();
        if (!administered.isEmpty()) views.add(View.ownedByAnyOf(administered));
        return views;
    }
}
