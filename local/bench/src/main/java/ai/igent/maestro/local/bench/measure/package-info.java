/** Tools that measure, and the numbers they bring home. Know nothing of the suite. */
package ai.igent.maestro.local.bench.measure;
