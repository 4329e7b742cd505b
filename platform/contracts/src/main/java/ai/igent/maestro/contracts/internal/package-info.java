/** What the services ask each other over HTTP under {@code /internal/v1}. Only the service identities named at each endpoint may. */
package ai.igent.maestro.contracts.internal;
