package ai.igent.maestro.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** One schedule: writers with open transactions, each for a key of its own at a time, a relay, and the job that closes gaps. What it expects is a model in memory. */
final class LogSchedule implements AutoCloseable {
    private static final List<String> TOPICS = List.of("one", "other");
    private static final int WRITERS = 4;

    private final OutboxTable table;
    private final Random random;
    private final OutboxLog log = new OutboxLog();
    private final Connection relay;
    private final List<Writer> writers = new ArrayList<>();
    /** Of each topic and key, what was committed and not acknowledged, in its order. */
    private final Map<String, List<Long>> waiting = new LinkedHashMap<>();
    private UnsentBatch read;
    private long next;

    LogSchedule(OutboxTable table, Random random) throws SQLException {
        this.table = table;
        this.random = random;
        this.relay = table.open();
        for (int key = 0; key < WRITERS; key++)
            writers.add(new Writer("key" + key, table.open()));
    }

    void step() throws SQLException {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> anyWriter().append();
            case 3 -> anyWriter().end(random.nextInt(4) > 0);
            case 4 -> read(random.nextBoolean() ? Set.of() : Set.of(TOPICS.get(random.nextInt(2))), 1 + random.nextInt(5));
            case 5 -> settle(random.nextInt(3), random.nextInt(3));
            case 6 -> table.run(CloseGaps.END);
            default -> table.run(CloseGaps.CLOSE);
        }
    }

    /** Everybody commits, and everything goes. */
    void finish() throws SQLException {
        for (Writer writer : writers)
            writer.end(true);
        settle(0, 0);
        while (!read(Set.of(), 5).isEmpty())
            settle(5, 5);
        assertThat(waiting.values()).allSatisfy(left -> assertThat(left).isEmpty());
        table.closeGaps();
        assertThat(read(Set.of(), 5)).isEmpty();
        assertThat(table.count("outbox_gap")).isZero();
    }

    private Writer anyWriter() {
        return writers.get(random.nextInt(WRITERS));
    }

    private List<OutboxMessage> read(Set<String> exceptTopics, int limit) throws SQLException {
        read = log.next(relay, limit, exceptTopics);
        Map<String, List<Long>> given = read.messages().stream()
                .collect(Collectors.groupingBy(each -> each.topic() + each.key(),
                        Collectors.mapping(OutboxMessage::sequence, Collectors.toList())));
        given.forEach((key, sequences) -> assertThat(waiting.get(key)).as("of " + key).startsWith(sequences.toArray(Long[]::new)));
        if (read.messages().size() < limit) assertThat(given).as("all there is").isEqualTo(waitingOutside(exceptTopics));
        return read.messages();
    }

    private Map<String, List<Long>> waitingOutside(Set<String> topics) {
        return waiting.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty() && topics.stream().noneMatch(each.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The broker took as many of each topic, in their order. */
    private void settle(int ofOne, int ofOther) throws SQLException {
        if (read == null) return;
        Map<String, Integer> left = new HashMap<>(Map.of(TOPICS.get(0), ofOne, TOPICS.get(1), ofOther));
        var acknowledged = new BitSet();
        for (int place = 0; place < read.messages().size(); place++) {
            var message = read.messages().get(place);
            if (left.merge(message.topic(), -1, Integer::sum) < 0) continue;
            acknowledged.set(place);
            waiting.get(message.topic() + message.key()).removeFirst();
        }
        read.settle(acknowledged);
        read = null;
    }

    @Override
    public void close() throws SQLException {
        relay.close();
        for (Writer writer : writers)
            writer.connection.close();
    }

    private final class Writer {
        private final String key;
        private final Connection connection;
        private final Map<String, List<Long>> open = new LinkedHashMap<>();

        Writer(String key, Connection connection) throws SQLException {
            this.key = key;
            this.connection = connection;
            connection.setAutoCommit(false);
        }

        void append() throws SQLException {
            String topic = TOPICS.get(random.nextInt(2));
            table.append(connection, topic, key, ++next);
            open.computeIfAbsent(topic + key, any -> new ArrayList<>()).add(next);
        }

        void end(boolean commits) throws SQLException {
            if (commits) {
                connection.commit();
                open.forEach((each, sequences) -> waiting.computeIfAbsent(each, any -> new ArrayList<>()).addAll(sequences));
            } else {
                connection.rollback();
            }
            open.clear();
        }
    }
}
