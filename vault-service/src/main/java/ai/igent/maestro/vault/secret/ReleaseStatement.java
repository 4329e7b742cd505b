package ai.igent.maestro.vault.secret;

import ai.igent.maestro.vocabulary.Environment;

/**
 * What decides whether and how a secret is released, and under which labels it is found, shown and agreed to, in bytes that no two different secrets
 * share. This is what the row's MAC covers; order, form and the leading name are part of what is stored and never change.
 *
 * <p>Not in it: when the row was made and last changed, its counter of changes, and when to tell that a new value is due. They describe what happened,
 * and the last two change without a key.
 */
final class ReleaseStatement {
    private static final String FORMAT = "secret row v2";

    private ReleaseStatement() {}

    static byte[] of(Secret secret) {
        var out = new StatementBytes().text(FORMAT);
        addState(secret, out);
        addLabels(secret.labels, out);
        return out.bytes();
    }

    private static void addState(Secret secret, StatementBytes out) {
        out.text(secret.owner.text()).text(secret.id);
        out.number(secret.version).number(secret.epoch).number(secret.leakedVersion);
        out.text(secret.status.text()).optional(secret.deletedAt);
        out.texts(secret.findings).optional(secret.valueChangedAt);
    }

    private static void addLabels(Labels labels, StatementBytes out) {
        Environment environment = labels.environment();
        Account account = labels.account();
        out.text(labels.name().text()).text(labels.kind().text()).text(labels.variable().text());
        out.optional(environment == null ? null : environment.text());
        out.optional(labels.integration()).optional(account == null ? null : account.text());
        out.texts(labels.tags()).text(labels.description());
        out.optional(labels.expiresAt()).optional(labels.rotateEvery());
    }
}
