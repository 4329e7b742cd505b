/** The stream that tells a connected sandbox to fetch. It carries revisions and nothing else. */
package ai.igent.maestro.injector.stream;
