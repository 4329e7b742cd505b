package ai.igent.maestro.vault.secret;

import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestQuery;

import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.InvalidWord;

/** The parameters of an import; a {@code @BeanParam}. What they say of a secret holds for every line. */
public class ImportQuery {
    @RestQuery
    String dryRun;
    @RestQuery
    String overwrite;
    @RestQuery
    String environment;
    @RestQuery
    String account;
    @RestQuery
    @Size(max = 200)
    String organization;

    boolean isDryRun() {
        return Flag.of("dryRun", dryRun);
    }

    /** Whether what exists gets a new version. */
    boolean overwrites() {
        return Flag.of("overwrite", overwrite);
    }

    Environment environment() {
        try {
            return environment == null ? null : Environment.parse(environment);
        } catch (InvalidWord unknown) {
            throw new SecretFailure.Unfit("environment", "invalid", unknown.reason());
        }
    }

    Account account() {
        try {
            return account == null ? null : new Account(account);
        } catch (InvalidWord unfit) {
            throw new SecretFailure.Unfit("account", "invalid", unfit.reason());
        }
    }

    void fingerprint(Fingerprint print) {
        print.add(overwrites()).add(environment).add(account).add(organization);
    }
}
