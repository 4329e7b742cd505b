package ai.igent.maestro.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import ai.igent.maestro.embedded.FreePort;

/** The port of every part. */
record Ports(Map<Part, Integer> byPart) {
    static final int DEFAULT_BASE = 8100;

    /** Neighbouring ports from {@code base} on; any free ones when it is 0. */
    static Ports from(int base) {
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (Part part : Part.values())
            ports.put(part, base == 0 ? FreePort.next() : base + part.portOffset());
        return new Ports(ports);
    }

    int of(Part part) {
        return byPart.get(part);
    }

    /** @throws StackFailure naming the first port that somebody else listens on */
    void requireFree(Set<Part> parts) {
        byPart.forEach((part, port) -> {
            if (parts.contains(part) && !isFree(port))
                throw new StackFailure(
                        "Port " + port + " (" + part.title() + ") is taken by another program: stop it, or choose other ports, "
                                + "for example MAESTRO_PORT_BASE=9100 ./maestro up.");
        });
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
