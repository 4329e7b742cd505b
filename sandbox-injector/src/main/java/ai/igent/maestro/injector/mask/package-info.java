/** Masking: a text comes back without the values that are active in the session, and without those that were until a while ago. */
package ai.igent.maestro.injector.mask;
