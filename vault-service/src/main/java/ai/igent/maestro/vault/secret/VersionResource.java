package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.Cursor;
import ai.igent.maestro.web.paging.InvalidPage;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** The history of a secret's values, without the values: see docs/reference/vault-service.md. */
@Path(SecretResource.PATH + "/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
class VersionResource {
    private final CallerIdentity identity;
    private final SecretRepository secrets;
    private final VersionRepository versions;
    private final RestoreVersion restoreVersion;
    private final DestroyVersion destroyVersion;
    private final SecretAnswers answers;

    VersionResource(CallerIdentity identity, SecretRepository secrets, VersionRepository versions, RestoreVersion restoreVersion,
            DestroyVersion destroyVersion,
            SecretAnswers answers) {
        this.identity = identity;
        this.secrets = secrets;
        this.versions = versions;
        this.restoreVersion = restoreVersion;
        this.destroyVersion = destroyVersion;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Role.USER)
    public Uni<Page<VersionView>> list(@RestPath SecretId id, @Valid @BeanParam PageRequest page) {
        long before = before(page.cursor());
        return secrets.require(id, identity.person()).chain(secret -> versions.of(id, before, page.limit() + 1)
                .map(found -> views(secret, found, page.limit())));
    }

    @POST
    @Path("/{number}/restore")
    @RolesAllowed(Role.USER)
    public Uni<Response> restore(@RestPath SecretId id, @RestPath long number, @RestHeader(HttpHeaders.IF_MATCH) String expected) {
        return restoreVersion.of(id, identity.person(), new IfMatch(expected), number).chain(answers::one);
    }

    @DELETE
    @Path("/{number}")
    @RolesAllowed(Role.USER)
    public Uni<Void> destroy(@RestPath SecretId id, @RestPath long number, @RestHeader(HttpHeaders.IF_MATCH) String expected) {
        return destroyVersion.of(id, identity.person(), new IfMatch(expected), number).replaceWithVoid();
    }

    private static Page<VersionView> views(Secret secret, List<SecretVersion> versions, int limit) {
        return Page.of(versions, limit, version -> Long.toString(version.number)).map(version -> VersionView.of(secret, version));
    }

    private static long before(Cursor cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor.position());
        } catch (NumberFormatException foreign) {
            throw InvalidPage.cursor();
        }
    }

    /** {@code createdBy} is {@code kind:id}. */
    record VersionView(long version, boolean current, boolean destroyed, String reason, String createdBy, Instant createdAt,
            Instant destroyedAt) {
        static VersionView of(Secret secret, SecretVersion version) {
            return new VersionView(version.number, version.number == secret.version(), version.isDestroyed(), version.reason,
                    version.createdBy, version.createdAt, version.destroyedAt);
        }
    }
}
