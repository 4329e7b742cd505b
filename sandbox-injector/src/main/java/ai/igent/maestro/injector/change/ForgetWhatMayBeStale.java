package ai.igent.maestro.injector.change;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

import ai.igent.maestro.injector.bundle.Builds;

/** A consumer that joins, or joins again after Kafka was away, starts at the latest offset and may have missed something. */
@ApplicationScoped
@Identifier("forget-what-may-be-stale")
class ForgetWhatMayBeStale implements KafkaConsumerRebalanceListener {
    private final Builds builds;

    ForgetWhatMayBeStale(Builds builds) {
        this.builds = builds;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        builds.endAll();
    }
}
