package ai.igent.maestro.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/** A secret or connection in the making; each method changes one thing about it. */
record Thing(Described.Item item) {
    static Thing secret(String user, String name) {
        return of(SecretId.of(UUID.randomUUID()).text(), Source.VAULT, user, name);
    }

    static Thing connection(String user, String name) {
        return of(ConnectionId.of(UUID.randomUUID()).text(), Source.OAUTH, user, name);
    }

    private static Thing of(String id, Source source, String user, String name) {
        return new Thing(new Described.Item(id, source, Owner.user(user), name, new VariableName(name), SecretKind.ENV, null, null, null,
                List.of(), 1, 1, "active", List.of(), null));
    }

    String id() {
        return item.id();
    }

    Thing ownedBy(Owner owner) {
        return with(owner, item.variable().text(), item.integration(), item.account(), item.environment(), item.epoch(), item.status());
    }

    Thing as(String variable) {
        return with(item.owner(), variable, item.integration(), item.account(), item.environment(), item.epoch(), item.status());
    }

    Thing of(String integration, String account) {
        return with(item.owner(), item.variable().text(), integration, account, item.environment(), item.epoch(), item.status());
    }

    Thing in(Environment environment) {
        return with(item.owner(), item.variable().text(), item.integration(), item.account(), environment, item.epoch(), item.status());
    }

    Thing atEpoch(long epoch) {
        return with(item.owner(), item.variable().text(), item.integration(), item.account(), item.environment(), epoch, item.status());
    }

    Thing being(String status) {
        return with(item.owner(), item.variable().text(), item.integration(), item.account(), item.environment(), item.epoch(), status);
    }

    /** Makes its owner service describe it like this from now on. */
    Thing known() {
        Owners.have(item);
        return this;
    }

    private Thing with(Owner owner, String variable, String integration, String account, Environment environment, long epoch,
            String status) {
        return new Thing(
                new Described.Item(item.id(), item.source(), owner, item.name(), new VariableName(variable), item.kind(), integration,
                        account, environment, item.tags(), epoch, item.version(), status, item.warnings(), (Instant) null));
    }
}
