/**
 * The events of the suite: one record per type, in the shape it has on Kafka. Free of logic and of anything that could hold a value.
 *
 * <p>The wire form is CloudEvents 1.0 in binary mode; the data of each type has a JSON Schema under {@code schemas/}. Changes within a major
 * version only add optional fields. See docs/reference/events.md.
 */
package ai.igent.maestro.contracts.event;
