/**
 * Real servers started from Java: PostgreSQL as a native process, Kafka as a KRaft broker inside this JVM.
 *
 * <p>Used by the local stack, which keeps their data, and by tests, which throw it away. Both listen on the loopback address only. Owns no topics, no
 * tables and no passwords worth keeping.
 */
package ai.igent.maestro.embedded;
