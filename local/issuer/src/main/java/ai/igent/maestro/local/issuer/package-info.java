/**
 * The identity provider of the local stack: an OpenID Connect issuer with demo users who sign in by a click, and a second one that plays the provider
 * at which people connect their accounts.
 *
 * <p>Strict about the protocol, because the suite is tested against it: client secrets, redirect addresses, PKCE, single-use codes, rotating refresh
 * tokens. Not strict about people: whoever reaches the port may sign in as anybody. Never meant to leave the loopback address.
 */
package ai.igent.maestro.local.issuer;
