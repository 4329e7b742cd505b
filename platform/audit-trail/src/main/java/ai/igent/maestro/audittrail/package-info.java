/**
 * Putting things on record. What a service writes here reaches the outbox in the same transaction as the change it tells about: no commit, no
 * record; no record, no commit. A release of a value is recorded and committed before the value leaves.
 */
package ai.igent.maestro.audittrail;
