package ai.igent.maestro.vault.secret;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.naming.Proposal;
import ai.igent.maestro.vault.naming.ProposeLabels;
import ai.igent.maestro.web.paging.Page;

/** How secrets are answered: as views of this moment, with the tag that {@code If-Match} takes. */
@ApplicationScoped
class SecretAnswers {
    private final Hints hints;
    private final ProposeLabels proposeLabels;
    private final Clock clock;

    SecretAnswers(Hints hints, ProposeLabels proposeLabels, Clock clock) {
        this.hints = hints;
        this.proposeLabels = proposeLabels;
        this.clock = clock;
    }

    Uni<SecretView> view(Secret secret) {
        return hinted(SecretView.of(secret, clock.instant()));
    }

    /** As it was read. */
    Uni<Response> one(TaggedView read) {
        return hinted(read.view()).map(view -> Response.ok(view).header(HttpHeaders.ETAG, read.tag()).build());
    }

    Uni<Response> one(Secret secret) {
        return view(secret).map(view -> tagged(Response.ok(), secret).entity(view).build());
    }

    /** With what its name suggests beside what was said. */
    Uni<Response> created(Secret secret) {
        var answer = tagged(Response.created(URI.create(SecretResource.PATH + "/" + secret.id())), secret);
        return view(secret).map(view -> answer.entity(new RegisteredView(view, proposals(secret.labels()))).build());
    }

    private static ResponseBuilder tagged(ResponseBuilder answer, Secret secret) {
        return answer.header(HttpHeaders.ETAG, IfMatch.tag(secret));
    }

    private List<Proposal> proposals(Labels labels) {
        return proposeLabels.of(labels.name().text(), new ProposeLabels.Known(labels.integration(),
                labels.account() == null ? null : labels.account().text(), labels.environment(), labels.variable()));
    }

    Uni<Response> created(List<Secret> secrets) {
        return views(secrets).map(views -> Response.status(Response.Status.CREATED).entity(new Items(views)).build());
    }

    Uni<Page<SecretView>> page(Page<SecretView> page) {
        return hints.in(page.items()).map(views -> new Page<>(views, page.next()));
    }

    private Uni<List<SecretView>> views(List<Secret> secrets) {
        return hints.in(secrets.stream().map(secret -> SecretView.of(secret, clock.instant())).toList());
    }

    private Uni<SecretView> hinted(SecretView view) {
        return hints.in(List.of(view)).map(List::getFirst);
    }

    record RegisteredView(@JsonUnwrapped SecretView secret, List<Proposal> proposals) {}

    record Items(List<SecretView> items) {}
}
