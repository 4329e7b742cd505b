/** What the suite is compared with: a real Vault, PostgreSQL's own transaction, a bare select over HTTP. */
package ai.igent.maestro.local.bench.yardstick;
