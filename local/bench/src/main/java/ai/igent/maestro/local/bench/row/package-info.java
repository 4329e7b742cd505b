/** The rows of the table, one class for what is measured together. What each means is in docs/reference/bench.md. */
package ai.igent.maestro.local.bench.row;
