/**
 * Takes audit records from {@code audit-records.v1} into the chains. A record stays in Kafka until it is in a chain or among the dead letters;
 * a database that is away only makes it wait. Each Kafka partition has its chain, so that replicas never wait for each other.
 */
package ai.igent.maestro.audit.intake;
