/**
 * Keeps people's and organizations' secrets: registers, changes and describes them, and releases their values against a grant.
 *
 * <p>One package per feature: {@code catalog} (what integrations there are), {@code secret} (the secrets themselves), {@code describe} and
 * {@code release} (what other services may ask), {@code keyjob} (looking after the keys they are sealed under).
 */
package ai.igent.maestro.vault;
