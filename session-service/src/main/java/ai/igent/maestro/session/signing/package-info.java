/**
 * This service's signing keys and the tokens of agents and sandboxes. Keys are made at first need, live in the database with their private half
 * sealed, and are published as a JSON Web Key Set (RFC 7517) for as long as anything they signed may be in use.
 */
package ai.igent.maestro.session.signing;
