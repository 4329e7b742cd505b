/** The integrations people register secrets for, as data: one file each under {@code catalog/}. Holds no state and knows no secret. */
package ai.igent.maestro.vault.catalog;
