/**
 * Trying a value at its provider: whether it is accepted there, whose it is, what it may do and until when. Owns how often that is done, and the last
 * result. The value leaves for the provider alone, once that is on record; nothing of the provider's words reaches the answer but names, bounded.
 */
package ai.igent.maestro.vault.verify;
