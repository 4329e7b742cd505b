package ai.igent.maestro.outbox.relay;

import java.util.BitSet;
import java.util.Optional;

/** How far a batch came: the places in it of what the broker acknowledged, and the topic whose message failed first, if one did. */
record Publication(BitSet acknowledged, Optional<String> failedTopic) {}
