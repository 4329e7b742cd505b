/**
 * Texts that sandboxes send: read as a stream, with what recognizes the values of the sandbox's session, as long as its token counts. What becomes of
 * what is found is not decided here.
 */
package ai.igent.maestro.injector.text;
