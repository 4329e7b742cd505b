package ai.igent.maestro.vault.verify;

import java.net.InetSocketAddress;
import java.util.Optional;

import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;

import ai.igent.maestro.egress.GuardedNames;

/** Signs in at one kind of database. */
interface DatabaseDriver {
    /** As the catalog calls it. */
    String name();

    /** What {@code url} leads to; empty when it is no URL of such a database. */
    Optional<Target> target(String url);

    /** What it means that a sign-in failed. */
    Explanation explain(Throwable failure);

    /** A database and who signs in there. */
    interface Target {
        String host();

        /** Connects to exactly {@code pinned}, with TLS unless that address is trusted, and disconnects. */
        Future<Void> signIn(GuardedNames.Pinned pinned);
    }

    /** Keeps the name beside the address, for the certificate. */
    static SocketAddress at(GuardedNames.Pinned pinned, int port) {
        return SocketAddress.inetSocketAddress(new InetSocketAddress(pinned.address(), port));
    }
}
