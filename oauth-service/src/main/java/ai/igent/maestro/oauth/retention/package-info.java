/**
 * Lets go of connections that nobody can use any more: revoked ones, also at their provider, and wishes that nobody followed up. Owns how long they
 * stay. What holds tokens never goes this way. Puts nothing on record: that they were asked for and revoked is in the audit trail.
 */
package ai.igent.maestro.oauth.retention;
