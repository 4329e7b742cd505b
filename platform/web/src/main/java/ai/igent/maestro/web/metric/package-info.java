/** What may become a metric. */
package ai.igent.maestro.web.metric;
