package ai.igent.maestro.vault.verify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A PostgreSQL that asks one client for a proof of its password that takes very many rounds: SASL as in chapter 54.3 of PostgreSQL's documentation. */
final class PlayedPostgres implements AutoCloseable {
    private static final int SASL = 10;
    private static final int SASL_CONTINUE = 11;

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CountDownLatch proven = new CountDownLatch(1);
    private final int rounds;

    PlayedPostgres(int rounds) throws IOException {
        this.rounds = rounds;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Whether the client has done what it was asked for. */
    boolean isProven() {
        return proven.getCount() == 0;
    }

    private void serve() {
        try (Socket client = listening.accept()) {
            var in = new DataInputStream(client.getInputStream());
            var out = new DataOutputStream(client.getOutputStream());
            in.readNBytes(in.readInt() - Integer.BYTES);
            ask(out, SASL, "SCRAM-SHA-256\0\0");
            String first = message(in);
            String nonce = first.substring(first.indexOf("r=") + 2);
            ask(out, SASL_CONTINUE, "r=" + nonce + "played,s=cGxheWVkLXNhbHQtMTY=,i=" + rounds);
            message(in);
            proven.countDown();
        } catch (IOException gone) {
            return;
        }
    }

    private static void ask(DataOutputStream out, int kind, String text) throws IOException {
        byte[] words = text.getBytes(US_ASCII);
        out.writeByte('R');
        out.writeInt(2 * Integer.BYTES + words.length);
        out.writeInt(kind);
        out.write(words);
    }

    private static String message(DataInputStream in) throws IOException {
        in.readByte();
        return new String(in.readNBytes(in.readInt() - Integer.BYTES), US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
