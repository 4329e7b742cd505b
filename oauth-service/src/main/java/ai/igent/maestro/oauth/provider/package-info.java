/**
 * The providers that accounts can be connected at, as data: addresses, client, scopes, and what sets one provider apart from another.
 *
 * <p>Owns what a provider's definition may say. No other package compares a provider's name or kind.
 */
package ai.igent.maestro.oauth.provider;
