package ai.igent.maestro.oauth.authorization;

import java.net.URI;
import java.security.SecureRandom;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestCookie;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.oauth.connection.ConsolePages;
import ai.igent.maestro.oauth.provider.ProviderKey;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.parameter.AnyParameters;

/**
 * The browser's way to a provider and back. Reached under the console's origin, whose proxy adds the signed-in person's token. Answers are
 * redirects that nobody caches and that pass no address on.
 */
@Path("/oauth")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class AuthorizationResource {
    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final StartAuthorization start;
    private final FinishAuthorization finish;
    private final ConsolePages pages;
    private final SecureRandom randomness;

    AuthorizationResource(CallerIdentity identity, CurrentOriginator originator, StartAuthorization start, FinishAuthorization finish,
            ConsolePages pages, SecureRandom randomness) {
        this.identity = identity;
        this.originator = originator;
        this.start = start;
        this.finish = finish;
        this.pages = pages;
        this.randomness = randomness;
    }

    @GET
    @Path("/start/{id}")
    public Uni<Response> start(ConnectionId id, @RestCookie(BrowserSecret.COOKIE) String cookie) {
        BrowserSecret browser = BrowserSecret.ofOrNew(cookie, randomness);
        return start.of(id, identity.person(), browser)
                .map(provider -> redirect(provider).header("Set-Cookie", browser.setCookie()).build());
    }

    @GET
    @Path("/callback/{provider}")
    @AnyParameters
    public Uni<Response> callback(ProviderKey provider, @BeanParam ProviderAnswer answer, @RestCookie(BrowserSecret.COOKIE) String cookie) {
        Caller.Person person = identity.person();
        return finish.of(new Return(provider, answer, BrowserSecret.of(cookie), person, originator.get()))
                .map(refusal -> refusal.map(why -> pages.refused(why.text())).orElseGet(pages::connected))
                .map(page -> redirect(page).build());
    }

    private static Response.ResponseBuilder redirect(URI target) {
        return Response.seeOther(target).header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
    }
}
