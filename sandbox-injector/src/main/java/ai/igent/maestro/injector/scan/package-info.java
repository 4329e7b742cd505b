/** Scanning: where in a text, or in what a diff adds, values stand that are active in the session. Tells names and places, never a value. */
package ai.igent.maestro.injector.scan;
