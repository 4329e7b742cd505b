/** How an audit record of this service is filled in: who asked, from where, within which trace. What happened is said by the features. */
package ai.igent.maestro.vault.audit;
