/**
 * A creating request sent twice creates once: the second answers with what the first made. Keeps, for a day, who sent which key where, a fingerprint
 * of the request keyed by a data key, and the ids of what was made; never the request.
 */
package ai.igent.maestro.idempotency;
