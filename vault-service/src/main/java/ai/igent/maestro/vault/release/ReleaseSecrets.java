package ai.igent.maestro.vault.release;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.grants.GrantVerifier;
import ai.igent.maestro.vault.secret.SealedSecretRepository;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.web.identity.Caller;

/** Releases the values a grant names: verified, read in one go, decided and opened, put on record, and only then answered. */
@ApplicationScoped
class ReleaseSecrets {
    private static final String THIS_SERVICE = "vault-service";

    private final GrantVerifier grants;
    private final SealedSecretRepository secrets;
    private final OpenSecrets openSecrets;
    private final GitUses gitUses;
    private final ReleaseRecords records;

    ReleaseSecrets(GrantVerifier grants, SealedSecretRepository secrets, OpenSecrets openSecrets, GitUses gitUses,
            ReleaseRecords records) {
        this.grants = grants;
        this.secrets = secrets;
        this.openSecrets = openSecrets;
        this.gitUses = gitUses;
        this.records = records;
    }

    /** The values in it are the caller's to wipe once they are sent. */
    Uni<List<Decision>> against(String grant, Caller.ServiceClient caller) {
        return grants.verify(grant, THIS_SERVICE, caller).chain(this::release);
    }

    private Uni<List<Decision>> release(GrantClaims grant) {
        List<GrantItem> ours = grant.items().stream().filter(item -> item.source() == Source.VAULT).toList();
        return secrets.of(ours.stream().map(GrantItem::id).toList())
                .chain(found -> openSecrets.of(grant, ours, found))
                .chain(gitUses::addTo)
                .call(decisions -> records.commit(decisions, grant.session()));
    }
}
