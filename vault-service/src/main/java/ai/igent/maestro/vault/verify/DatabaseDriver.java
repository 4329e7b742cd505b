package ai.igent.maestro.vault.verify;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;

import ai.igent.maestro.egress.GuardedNames;

/** Signs in at one kind of database. */
interface DatabaseDriver {
    /** As the catalog calls it. */
    String name();

    /** What {@code url} leads to. Asks nobody. */
    Reading read(String url);

    /** What it means that a sign-in failed. */
    Explanation explain(Throwable failure);

    /** What a URL comes to. */
    sealed interface Reading {
        /** Servers that all know the same people: what one of them says holds for all. */
        record Servers(List<Server> any) implements Reading {
            public Servers {
                any = List.copyOf(any);
            }
        }

        /** Servers that have to be looked up first. */
        non-sealed interface Listed extends Reading {
            /** Asks for them, {@code within} that time. Answers no further list, and does not fail. */
            Uni<Reading> lookUp(Duration within);
        }

        /** Nothing is called. */
        record NotCalled(Explanation why) implements Reading {}

        static Reading of(Server server) {
            return new Servers(List.of(server));
        }

        static Reading malformed() {
            return new NotCalled(Explanation.MALFORMED);
        }
    }

    /** A server and who signs in there. */
    interface Server {
        String host();

        /** Connects to exactly {@code pinned}, with TLS unless that address is trusted, and disconnects, all {@code within} that time. */
        Uni<Void> signIn(GuardedNames.Pinned pinned, Duration within);
    }

    /** Keeps the name beside the address, for the certificate. */
    static SocketAddress at(GuardedNames.Pinned pinned, int port) {
        return SocketAddress.inetSocketAddress(new InetSocketAddress(pinned.address(), port));
    }
}
