/**
 * Real servers started from Java: PostgreSQL and Vault as native processes, Kafka as a KRaft broker inside this JVM.
 *
 * <p>Used by the local stack, which keeps their data, and by tests, which throw it away. All listen on the loopback address only. Owns no topics, no
 * tables, no policies and no passwords worth keeping.
 */
package ai.igent.maestro.embedded;
