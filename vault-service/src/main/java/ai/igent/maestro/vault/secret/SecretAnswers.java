package ai.igent.maestro.vault.secret;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.web.paging.Page;

/** How secrets are answered: as views of this moment, with the tag that {@code If-Match} takes. */
@ApplicationScoped
class SecretAnswers {
    private final Hints hints;
    private final Clock clock;

    SecretAnswers(Hints hints, Clock clock) {
        this.hints = hints;
        this.clock = clock;
    }

    Uni<SecretView> view(Secret secret) {
        return views(List.of(secret)).map(List::getFirst);
    }

    Uni<Response> one(Secret secret) {
        return tagged(Response.ok(), secret);
    }

    Uni<Response> created(Secret secret) {
        return tagged(Response.created(URI.create(SecretResource.PATH + "/" + secret.id())), secret);
    }

    private Uni<Response> tagged(ResponseBuilder answer, Secret secret) {
        return views(List.of(secret)).map(views -> answer.header(HttpHeaders.ETAG, IfMatch.tag(secret)).entity(views.getFirst()).build());
    }

    Uni<Response> created(List<Secret> secrets) {
        return views(secrets).map(views -> Response.status(Response.Status.CREATED).entity(new Items(views)).build());
    }

    Uni<Page<SecretView>> page(Page<Secret> page) {
        return views(page.items()).map(views -> new Page<>(views, page.next()));
    }

    private Uni<List<SecretView>> views(List<Secret> secrets) {
        return hints.of(secrets).map(known -> secrets.stream()
                .map(secret -> SecretView.of(secret, known.get(secret.id()), clock.instant())).toList());
    }

    record Items(List<SecretView> items) {}
}
