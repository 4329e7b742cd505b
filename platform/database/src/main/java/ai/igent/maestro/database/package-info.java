/**
 * What every service with a database of its own has in common: the drivers and their settings, statements
 * without an entity, and how a database shows that it is away.
 */
package ai.igent.maestro.database;
