/** The services around the injector, played over real HTTP in the words of the contracts, with every fault a test needs. */
package ai.igent.maestro.injector.played;
