/** The few problems that the console itself answers; everything else is the answer of the service behind it. */
package ai.igent.maestro.console.answer;
