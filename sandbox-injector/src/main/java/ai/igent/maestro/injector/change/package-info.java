/**
 * What Kafka says has changed. It makes changes quick; that they are heeded at all rests on session-service being asked at every fetch, so a lost,
 * doubled or unreadable event does no harm here.
 */
package ai.igent.maestro.injector.change;
