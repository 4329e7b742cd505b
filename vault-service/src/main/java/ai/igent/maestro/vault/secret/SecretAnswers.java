package ai.igent.maestro.vault.secret;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import ai.igent.maestro.web.paging.Page;

/** How secrets are answered: as views of this moment, with the tag that {@code If-Match} takes. */
@ApplicationScoped
class SecretAnswers {
    private final Clock clock;

    SecretAnswers(Clock clock) {
        this.clock = clock;
    }

    Response one(Secret secret) {
        return Response.ok(view(secret)).header(HttpHeaders.ETAG, IfMatch.tag(secret)).build();
    }

    Response created(Secret secret) {
        return Response.created(URI.create(SecretResource.PATH + "/" + secret.id()))
                .header(HttpHeaders.ETAG, IfMatch.tag(secret))
                .entity(view(secret))
                .build();
    }

    Response created(List<Secret> secrets) {
        return Response.status(Response.Status.CREATED).entity(new Items(secrets.stream().map(this::view).toList())).build();
    }

    Page<SecretView> page(Page<Secret> page) {
        return page.map(this::view);
    }

    private SecretView view(Secret secret) {
        return SecretView.of(secret, clock.instant());
    }

    record Items(List<SecretView> items) {}
}
