/**
 * {@code ./maestro bench}: measures the suite and, in the same run on the same machine, what it is compared with. Says what it saw and judges by
 * ratios; it is no test and keeps nothing.
 */
package ai.igent.maestro.local.bench;
