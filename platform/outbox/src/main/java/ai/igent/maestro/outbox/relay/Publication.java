package ai.igent.maestro.outbox.relay;

import java.util.List;
import java.util.Optional;

/** How far a batch came: the ids the broker acknowledged, and the topic whose message failed first, if one did. */
record Publication(List<Long> sent, Optional<String> failedTopic) {}
