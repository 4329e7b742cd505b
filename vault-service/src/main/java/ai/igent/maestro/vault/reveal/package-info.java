/**
 * Shows a person a value they own, behind a recent sign-in. Every attempt is on record before it is answered, refused ones too; a value leaves only
 * after its record is committed.
 */
package ai.igent.maestro.vault.reveal;
