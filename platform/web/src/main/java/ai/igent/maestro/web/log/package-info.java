/** What stays out of the log: that a client left is no trouble of the service, however its server tells it. */
package ai.igent.maestro.web.log;
