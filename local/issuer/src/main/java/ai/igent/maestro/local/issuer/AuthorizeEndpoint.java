package ai.igent.maestro.local.issuer;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;

/**
 * Where a browser comes to sign in. There is no session here: everybody is asked every time, so {@code prompt=login} and {@code max_age} hold by
 * themselves and {@code prompt=none} always fails.
 */
final class AuthorizeEndpoint {
    private final Realm realm;
    private final String issuer;
    private final Codes codes;
    private final SignInPage page;
    private final Clock clock;

    AuthorizeEndpoint(Realm realm, String issuer, Codes codes, Clock clock) {
        this.realm = realm;
        this.issuer = issuer;
        this.codes = codes;
        this.page = new SignInPage(realm);
        this.clock = clock;
    }

    /** The page, for a request that deserves one. */
    Reply ask(Map<String, List<String>> parameters) {
        return checked(parameters, (request, client) -> page.reply(client, request.getRedirectionURI()));
    }

    /** The way back to the client, with a code for whoever was chosen. */
    Reply signIn(Map<String, List<String>> parameters, String username) {
        return checked(parameters, (request, client) -> realm.person(username).map(person -> back(request, client, person))
                .orElseGet(() -> Reply.text(403, "There is nobody of that name.")));
    }

    private Reply back(AuthorizationRequest request, Client client, Person person) {
        var scope = request.getScope() == null ? new Scope() : request.getScope();
        var signIn = new SignIn(client, person, scope, clock.instant());
        var nonce = request.getCustomParameter("nonce");
        var code = codes.issue(signIn, request.getRedirectionURI(), request.getCodeChallenge(), nonce == null ? null : nonce.getFirst());
        return Reply
                .redirect(new AuthorizationSuccessResponse(request.getRedirectionURI(), code, null, request.getState(), new Issuer(issuer),
                        request.impliedResponseMode()).toURI());
    }

    private interface Answer {
        Reply to(AuthorizationRequest request, Client client);
    }

    /** Errors go to the client only once it is certain that the address is the client's. */
    private Reply checked(Map<String, List<String>> parameters, Answer answer) {
        AuthorizationRequest request;
        try {
            request = AuthorizationRequest.parse(parameters);
        } catch (ParseException e) {
            return Reply.text(400, "This is not a request to sign in.");
        }
        Client client = realm.client(request.getClientID().getValue()).orElse(null);
        URI redirect = request.getRedirectionURI();
        if (client == null || redirect == null || !client.allows(redirect))
            return Reply.text(400, "The application that sent you here is not known, or does not live where it says.");
        ErrorObject refusal = refusal(request, client);
        if (refusal != null)
            return Reply.redirect(
                    new AuthorizationErrorResponse(redirect, refusal, request.getState(), new Issuer(issuer), request.impliedResponseMode())
                            .toURI());
        return answer.to(request, client);
    }

    private static ErrorObject refusal(AuthorizationRequest request, Client client) {
        if (!ResponseType.CODE.equals(request.getResponseType()))
            return OAuth2Error.UNSUPPORTED_RESPONSE_TYPE;
        if (client.isPublic() && request.getCodeChallenge() == null)
            return OAuth2Error.INVALID_REQUEST.setDescription("PKCE is required");
        if (request.getCodeChallenge() != null && !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod()))
            return OAuth2Error.INVALID_REQUEST.setDescription("PKCE with S256 is required");
        return request.getPrompt() != null && request.getPrompt().contains(Prompt.Type.NONE) ? OIDCError.LOGIN_REQUIRED : null;
    }
}
