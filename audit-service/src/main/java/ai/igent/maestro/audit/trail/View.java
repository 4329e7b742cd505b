package ai.igent.maestro.audit.trail;

import java.util.List;
import java.util.Map;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;

/**
 * A part of the trail that one index serves: it finds the newest entries that also fulfil {@code asked} without reading the others. One view
 * for all that somebody may see would be a condition with {@code or}, for which PostgreSQL reads the whole trail.
 */
sealed interface View {
    String NEWEST_FIRST = " order by time desc, id desc limit ";

    /** A select of the ids of its newest {@code limit} entries. */
    Fragment newest(Fragment asked, int limit);

    static View everything() {
        return new Matching(new Fragment("true", Map.of()));
    }

    static View ownedBy(Owner owner) {
        return new Matching(Fragment.of("owner = :me", "me", owner.text()));
    }

    static View ownedByAnyOf(List<Owner> owners) {
        return new Matching(Fragment.of("owner in (:owners)", "owners", owners.stream().map(Owner::text).toList()));
    }

    /** Without what they were refused of somebody else's: that would tell them whose it is, and that it is there. */
    static View doneBy(Caller.Person person) {
        return new Matching(new Fragment("""
                actor_kind = 'user' and actor_id = :subject and (outcome <> 'denied' or owner is null or owner = :me)""",
                Map.of("subject", person.subject(), "me", person.owner().text())));
    }

    static View ofTheSessionsOf(Owner user) {
        return new OfSessions(user);
    }

    /** Entries with a property of their own. */
    record Matching(Fragment condition) implements View {
        @Override
        public Fragment newest(Fragment asked, int limit) {
            Fragment both = condition.and(asked);
            return new Fragment("select id from audit_event where " + both.text() + NEWEST_FIRST + limit, both.parameters());
        }
    }

    /** Entries of each session whose creation for this user is on record. */
    record OfSessions(Owner user) implements View {
        @Override
        public Fragment newest(Fragment asked, int limit) {
            String text = """
                    select entry.id from (select distinct session from audit_event where type = 'session.created' and owner = :me) as mine
                    cross join lateral (select id, time from audit_event where session = mine.session and %s%s%d) as entry
                    """.formatted(asked.text(), NEWEST_FIRST, limit) + NEWEST_FIRST + limit;
            return new Fragment(text, asked.with(Map.of("me", user.text())));
        }
    }
}
