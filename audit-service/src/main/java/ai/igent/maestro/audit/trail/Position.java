package ai.igent.maestro.audit.trail;

import java.time.DateTimeException;
import java.time.Instant;

import ai.igent.maestro.audit.chain.AuditEvent;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.web.paging.Cursor;
import ai.igent.maestro.web.paging.InvalidPage;

/** A place in the trail's order: by time, then by id. */
record Position(Instant time, EventId id) {

    static String of(AuditEvent event) {
        return event.time() + " " + event.id();
    }

    /** Null stays null. @throws InvalidPage when the cursor is not of this list */
    static Position parse(Cursor cursor) {
        if (cursor == null) return null;
        String[] parts = cursor.position().split(" ", 2);
        if (parts.length != 2) throw InvalidPage.cursor();
        try {
            return new Position(BoundedTime.of(Instant.parse(parts[0])), new EventId(parts[1]));
        } catch (DateTimeException | InvalidWord malformed) {
            throw InvalidPage.cursor();
        }
    }
}
