/**
 * Reads the text of a {@code .env} file. Follows the dotenv of Node.js, with one difference: what that passes over or takes half of, this refuses, so
 * that nothing else is imported than was meant. Knows no secret and keeps nothing.
 */
package ai.igent.maestro.vault.dotenv;
