/**
 * Ends consent whose ground has gone: hears of deleted, leaked and changed things and ends what was confirmed for an earlier epoch of them. What a
 * sandbox receives does not wait for it: owners check the epoch again before they release a value.
 */
package ai.igent.maestro.session.revocation;
