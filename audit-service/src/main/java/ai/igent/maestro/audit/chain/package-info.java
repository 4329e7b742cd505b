/**
 * The append-only hash chains: one per partition, each entry bound to the one before. How far each is published stands beside its end.
 *
 * <p>Owns the tables {@code audit_event} and {@code chain_head}. An entry's hash covers the hash before it, its place and the bytes of its record
 * exactly as stored, so that verification needs no agreement about how a record is written. Refuses nothing and forgets nothing: a record
 * already in a chain is passed over, every other one is appended.
 */
package ai.igent.maestro.audit.chain;
