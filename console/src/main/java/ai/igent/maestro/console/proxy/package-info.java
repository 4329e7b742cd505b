/**
 * The services' public APIs on the console's origin: {@code /api/<service>/v1/...} for the page and {@code /oauth/...}
 * for the steps of an authorization. A call goes on with the user's access token instead of the cookie; nothing is
 * kept, read or changed on the way. Refuses what is no public path of a known service, and changes that another site
 * made the browser send.
 */
package ai.igent.maestro.console.proxy;
