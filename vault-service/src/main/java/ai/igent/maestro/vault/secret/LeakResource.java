package ai.igent.maestro.vault.secret;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vault.history.SessionReleaseRepository;
import ai.igent.maestro.vault.history.SessionUse;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** For whoever learns that a value is known to others: see docs/reference/vault-service.md. */
@Path(SecretResource.PATH + "/{id}/report-leak")
@Produces(MediaType.APPLICATION_JSON)
class LeakResource {
    private final CallerIdentity identity;
    private final ReportLeak reportLeak;
    private final SessionReleaseRepository history;
    private final Catalog catalog;
    private final SecretAnswers answers;

    LeakResource(CallerIdentity identity, ReportLeak reportLeak, SessionReleaseRepository history, Catalog catalog, SecretAnswers answers) {
        this.identity = identity;
        this.reportLeak = reportLeak;
        this.history = history;
        this.catalog = catalog;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Role.USER)
    public Uni<LeakView> report(@RestPath SecretId id, @RestHeader(HttpHeaders.IF_MATCH) String expected) {
        return reportLeak.of(id, identity.person(), new IfMatch(expected)).chain(this::answer);
    }

    private Uni<LeakView> answer(Secret secret) {
        return answers.view(secret).chain(view -> history.of(secret.id())
                .map(sessions -> new LeakView(view, catalog.findOrCustom(secret.labels().integration()).onLeak(), sessions)));
    }

    /** What to do now, in this order, and which sessions to look at. */
    record LeakView(SecretView secret, List<String> steps, List<SessionUse> sessions) {}
}
