package ai.igent.maestro.contracts.internal;

import java.time.Instant;
import java.util.List;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/** What an owner service says of its secrets or connections. Unknown and purged ids are simply not among the items. */
public record Described(List<Item> items) {
    public Described {
        items = List.copyOf(items);
    }

    /**
     * One activatable thing. {@code integration} is the catalog's id or, for a connection, its provider's; {@code account}, {@code environment} and
     * {@code expiresAt} may be null. Only status {@code active} can be activated; others say why not: compromised, expired, deleted,
     * reauthorization-required, revoked, pending. {@code verifiedStatus} and {@code verifiedAt} tell what trying the current value at its provider
     * showed last; null when that is not known.
     */
    public record Item(String id, Source source, Owner owner, String name, VariableName variable, SecretKind kind, String integration,
            String account, Environment environment, List<String> tags, long epoch, long version, String status, List<Warning> warnings,
            Instant expiresAt, String verifiedStatus, Instant verifiedAt) {
        /** Of something that is not verified. */
        public Item(String id, Source source, Owner owner, String name, VariableName variable, SecretKind kind, String integration,
                String account, Environment environment, List<String> tags, long epoch, long version, String status, List<Warning> warnings,
                Instant expiresAt) {
            this(id, source, owner, name, variable, kind, integration, account, environment, tags, epoch, version, status, warnings,
                    expiresAt,
                    null, null);
        }
    }

    /** {@code code} is stable, {@code detail} is for people. */
    public record Warning(String code, String detail) {}
}
