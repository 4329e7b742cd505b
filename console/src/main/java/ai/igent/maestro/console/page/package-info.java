/**
 * The web page as the browser receives it: one document for every address of the page, its style nonce and its
 * content security policy, and how long its parts may be cached. Owns no data; the page asks the proxied APIs.
 */
package ai.igent.maestro.console.page;
