package ai.igent.maestro.envelope.vault;

import org.jboss.logging.Logger;

import ai.igent.maestro.envelope.vault.VaultFailure.Reason;

/** Tells the operator what is wrong with Vault, once and not at each call, and when it is over. */
final class VaultTroubles {
    private static final Logger LOG = Logger.getLogger(VaultTroubles.class);

    private Reason last;

    synchronized void seen(Reason reason) {
        if (reason == last)
            return;
        last = reason;
        LOG.warnf("VAULT %s. Values that need it are not available until that is mended; see docs/runbooks/vault.md.", reason.predicate());
    }

    /** A retired version concerns some data keys, while Vault serves the others. */
    synchronized void over() {
        if (last == null || last == Reason.RETIRED_VERSION)
            return;
        last = null;
        LOG.info("Vault serves this service again.");
    }
}
