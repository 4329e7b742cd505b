/**
 * What happens in a session, told to its pages and its agent as it happens, as server-sent events.
 *
 * <p>Tells states and never differences: a stream begins with how things stand, and whoever was cut off simply connects again. It looks into the
 * database instead of listening to Kafka (docs/adr/0017), so every replica tells the same, and it never carries what confirms a request.
 */
package ai.igent.maestro.session.events;
