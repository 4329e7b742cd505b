/**
 * Lets go of what is over: rows that nobody will be shown again, some time after they stopped to matter. Owns how long they stay, and in which order they
 * go: what refers to a row goes before or with it. Decides nothing about what is active and puts nothing on record: everything that happened is in
 * the audit trail, which does not refer to these rows.
 */
package ai.igent.maestro.session.retention;
