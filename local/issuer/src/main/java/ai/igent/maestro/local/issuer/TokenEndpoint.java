package ai.igent.maestro.local.issuer;

import java.util.HashMap;
import java.util.Map;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.RefreshToken;

/** Gives tokens for a code, for a refresh token, or to a service for its secret. */
final class TokenEndpoint {
    private final ClientCheck clients;
    private final Codes codes;
    private final RefreshTokens refreshTokens;
    private final Tokens tokens;

    TokenEndpoint(ClientCheck clients, Codes codes, RefreshTokens refreshTokens, Tokens tokens) {
        this.clients = clients;
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
    }

    Reply answer(HTTPRequest http) {
        TokenRequest request;
        try {
            request = TokenRequest.parse(http);
        } catch (ParseException e) {
            return Reply.error(400, e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
        }
        return clients.of(request).map(client -> grant(client, request.getAuthorizationGrant()))
                .orElseGet(() -> Reply.error(401, OAuth2Error.INVALID_CLIENT));
    }

    private Reply grant(Client client, AuthorizationGrant grant) {
        return switch (grant) {
            case AuthorizationCodeGrant code -> forCode(client, code);
            case RefreshTokenGrant refresh -> forRefreshToken(client, refresh);
            case ClientCredentialsGrant own when client.kind() == Client.Kind.SERVICE ->
                Reply.json(accessToken(tokens.serviceToken(client)));
            default -> Reply.error(400, OAuth2Error.UNAUTHORIZED_CLIENT);
        };
    }

    private Reply forCode(Client client, AuthorizationCodeGrant grant) {
        return codes.redeem(grant.getAuthorizationCode())
                .filter(issued -> issued.signIn().client().equals(client) && issued.redirect().equals(grant.getRedirectionURI())
                        && issued.answers(grant.getCodeVerifier()))
                .map(issued -> signedIn(issued.signIn(), issued.nonce(),
                        client.kind().refreshes ? refreshTokens.issue(issued.signIn()) : null))
                .orElseGet(() -> Reply.error(400, OAuth2Error.INVALID_GRANT));
    }

    private Reply forRefreshToken(Client client, RefreshTokenGrant grant) {
        return refreshTokens.renew(grant.getRefreshToken(), client).map(renewed -> signedIn(renewed.signIn(), null, renewed.next()))
                .orElseGet(() -> Reply.error(400, OAuth2Error.INVALID_GRANT));
    }

    private Reply signedIn(SignIn signIn, String nonce, RefreshToken refreshToken) {
        var answer = accessToken(tokens.accessToken(signIn));
        answer.put("scope", signIn.scope().toString());
        if (signIn.scope().contains("openid"))
            answer.put("id_token", tokens.identityToken(signIn, nonce));
        if (refreshToken != null)
            answer.put("refresh_token", refreshToken.getValue());
        return Reply.json(answer);
    }

    private Map<String, Object> accessToken(String token) {
        return new HashMap<>(Map.of("access_token", token, "token_type", "Bearer", "expires_in", tokens.lifeInSeconds()));
    }
}
