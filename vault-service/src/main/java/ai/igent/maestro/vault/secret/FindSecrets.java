package ai.igent.maestro.vault.secret;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.paging.InvalidPage;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** Lists the secrets a person may see: their own and their organizations', or one organization's. */
@ApplicationScoped
class FindSecrets {
    private final SecretViewRepository secrets;
    private final Clock clock;

    FindSecrets(SecretViewRepository secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    Uni<Page<SecretView>> of(Caller.Person caller, SecretFilter filter, PageRequest page) {
        var now = clock.instant();
        var query = new SecretQuery(owners(caller, filter.organization), filter, last(page), page.limit(), now);
        return secrets.matching(query, now).map(found -> Page.of(found, page.limit(), secret -> secret.id().text()));
    }

    /** After which secret to go on, or null. */
    private static SecretId last(PageRequest page) {
        try {
            return page.cursor() == null ? null : new SecretId(page.cursor().position());
        } catch (InvalidWord notOurs) {
            throw InvalidPage.cursor();
        }
    }

    private static List<Owner> owners(Caller.Person caller, String organization) {
        if (organization == null) return Access.visibleOwners(caller);
        if (!caller.isMemberOf(organization)) throw new SecretFailure.NotFound();
        return List.of(Owner.organization(organization));
    }
}
