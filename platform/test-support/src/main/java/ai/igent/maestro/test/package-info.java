/**
 * What the tests of several services need: real servers, an issuer of tokens, a clock that stands still, canary values.
 *
 * <p>On the class path of tests only. Fakes nothing that the suite owns: PostgreSQL, Kafka and Vault are real, tokens are signed and verified, and only the
 * party that issues them is replaced.
 */
package ai.igent.maestro.test;
