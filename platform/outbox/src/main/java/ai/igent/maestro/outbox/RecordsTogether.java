package ai.igent.maestro.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.contracts.event.AuditRecorded;
import ai.igent.maestro.contracts.event.AuditRecordedTogether;

/**
 * Makes one event of audit records of one key and one trace that are committed by one statement: a good part of what a record
 * takes on its way to the trail is its being an event. Other events stay as they are.
 */
final class RecordsTogether {
    /** About what fits a page of the outbox, whose rows are not compressed. */
    private static final int MOST = 16;

    private RecordsTogether() {}

    /** Those of each key in their order; records of different traces stay apart. */
    static List<PreparedEvent> of(List<PreparedEvent> events) {
        List<PreparedEvent> together = new ArrayList<>();
        Map<Fellows, List<PreparedEvent>> records = new LinkedHashMap<>();
        for (PreparedEvent each : events)
            if (each.event() instanceof AuditRecorded one)
                records.computeIfAbsent(new Fellows(one.key(), each.traceparent()), fellows -> new ArrayList<>()).add(each);
            else
                together.add(each);
        for (List<PreparedEvent> fellows : records.values())
            for (int at = 0; at < fellows.size(); at += MOST)
                together.add(joined(fellows.subList(at, Math.min(at + MOST, fellows.size()))));
        return together;
    }

    private static PreparedEvent joined(List<PreparedEvent> fellows) {
        PreparedEvent first = fellows.getFirst();
        if (fellows.size() == 1) return first;
        return first.saying(new AuditRecordedTogether(fellows.stream().map(each -> ((AuditRecorded) each.event()).record()).toList()));
    }

    private record Fellows(String key, String traceparent) {}
}
