package ai.igent.maestro.audit.trail;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import ai.igent.maestro.audit.chain.AuditEvent;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.web.paging.Cursor;

/** A place in the trail's order: by time, then by id. */
record Position(Instant time, EventId id) {

    static String of(AuditEvent event) {
        return event.time() + " " + event.id();
    }

    /** Null stays null. @throws InvalidWord when the cursor is not of this list */
    static Position parse(Cursor cursor) {
        if (cursor == null) return null;
        String[] parts = cursor.position().split(" ", 2);
        try {
            if (parts.length == 2) return new Position(Instant.parse(parts[0]), new EventId(parts[1]));
        } catch (DateTimeParseException malformed) {
            throw notOurs();
        }
        throw notOurs();
    }

    private static InvalidWord notOurs() {
        return new InvalidWord("this is not a cursor of this list");
    }
}
