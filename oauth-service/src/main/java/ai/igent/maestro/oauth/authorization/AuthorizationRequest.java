package ai.igent.maestro.oauth.authorization;

import java.net.URI;
import java.util.StringJoiner;

import ai.igent.maestro.egress.Form;
import ai.igent.maestro.oauth.provider.Provider;
import ai.igent.maestro.oauth.provider.Scopes;

/** The question the browser carries to a provider (RFC 6749, section 4.1.1; RFC 7636, section 4.3). */
record AuthorizationRequest(Provider provider, URI redirectUri, Scopes scopes, Nonce state, String challenge) {
    URI address() {
        var query = new StringJoiner("&");
        if (provider.endpoints().authorize().getRawQuery() != null) query.add(provider.endpoints().authorize().getRawQuery());
        add(query, "response_type", "code");
        add(query, "client_id", provider.client().orElseThrow().id());
        add(query, "redirect_uri", redirectUri.toString());
        if (!scopes.isEmpty()) add(query, "scope", scopes.text());
        add(query, "state", state.text());
        add(query, "code_challenge", challenge);
        add(query, "code_challenge_method", "S256");
        provider.authorizeParameters().forEach((name, value) -> add(query, name, value));
        return URI.create(withoutQuery(provider.endpoints().authorize().toString()) + "?" + query);
    }

    private static void add(StringJoiner query, String name, String value) {
        query.add(Form.encode(name) + "=" + Form.encode(value));
    }

    private static String withoutQuery(String address) {
        int mark = address.indexOf('?');
        return mark < 0 ? address : address.substring(0, mark);
    }
}
