/** The words people use for integrations, read from vault-service's catalog and kept for a few minutes. */
package ai.igent.maestro.session.catalog;
