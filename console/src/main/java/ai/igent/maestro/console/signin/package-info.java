/**
 * Who is signed in. The sign-in itself (authorization code, PKCE, refresh, sign-out) is quarkus-oidc's, by
 * configuration; this package reads its outcome for routes that must answer a problem instead of a redirect, and tells
 * the page who its user is. Tokens stay in the encrypted cookie and never reach the page's script.
 */
package ai.igent.maestro.console.signin;
