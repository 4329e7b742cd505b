package ai.igent.maestro.oauth.provider;

import java.net.URI;

/** Where a provider tells whose a token is, and which fields of its answer say so. */
public record AccountEndpoint(URI url, String idField, String loginField) {}
