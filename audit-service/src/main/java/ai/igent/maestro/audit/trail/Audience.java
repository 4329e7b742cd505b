package ai.igent.maestro.audit.trail;

import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/** Which entries somebody may see: those of any of {@code views}. Each view is a condition that an index serves. */
record Audience(List<Condition> views) {

    static Audience of(Caller.Person person) {
        return new Audience(person.has(Role.AUDITOR) ? List.of(Condition.always()) : ownOf(person));
    }

    private static List<Condition> ownOf(Caller.Person person) {
        List<Condition> views = new ArrayList<>();
        views.add(Condition.of("owner = :me", "me", person.owner().text()));
        views.add(Condition.of("actor_kind = '" + ActorKind.USER.text() + "' and actor_id = :subject", "subject", person.subject()));
        views.add(Condition.of("session in (select session from audit_event where type = 'session.created' and owner = :me)", "me",
                person.owner().text()));
        var administered = administeredBy(person);
        if (!administered.isEmpty()) views.add(Condition.of("owner in (:organizations)", "organizations", administered));
        return views;
    }

    private static List<String> administeredBy(Caller.Person person) {
        return person.organizations().keySet().stream().filter(person::isAdminOf).map(id -> Owner.organization(id).text()).toList();
    }
}
