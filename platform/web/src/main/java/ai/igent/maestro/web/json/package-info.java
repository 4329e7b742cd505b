/** Strict JSON: what is not exactly of the expected shape is refused, and the refusal names the place, never the text. */
package ai.igent.maestro.web.json;
