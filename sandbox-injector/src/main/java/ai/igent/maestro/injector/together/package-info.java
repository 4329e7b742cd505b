/** Questions that several fetches have at once, asked in one call. Owns nothing but the waiting; refuses to let one fetch wait for another's trouble. */
package ai.igent.maestro.injector.together;
