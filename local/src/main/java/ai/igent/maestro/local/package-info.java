/**
 * The whole suite on one machine: starts PostgreSQL, Kafka, the issuer and every service as processes of their own, watches over them and stops them.
 *
 * <p>Owns the state folder and everything in it. Tells a child what it needs by environment variables only, because arguments can be read by everybody
 * on the machine.
 */
package ai.igent.maestro.local;
