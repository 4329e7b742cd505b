package ai.igent.maestro.injector.played;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A text that goes on for a while: sent in chunks over a plain connection, while the answer is read as it comes. */
public final class PlayedUpload implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private volatile boolean ended;

    public PlayedUpload(URI injector, PlayedSession session, String what) throws IOException {
        socket = new Socket(injector.getHost(), injector.getPort());
        out = socket.getOutputStream();
        out.write(("POST /v1/sandboxes/" + session.id() + "/" + what + " HTTP/1.1\r\nHost: injector\r\nAuthorization: Bearer "
                + session.token()
                + "\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(UTF_8));
        InputStream in = socket.getInputStream();
        Thread.ofVirtual().start(() -> readFrom(in));
    }

    /** May fail silently once the other side has hung up. */
    public void send(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        try {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
            out.write(bytes);
            out.write("\r\n".getBytes(UTF_8));
            out.flush();
        } catch (IOException hungUp) {
            ended = true;
        }
    }

    public void end() throws IOException {
        out.write("0\r\n\r\n".getBytes(UTF_8));
        out.flush();
    }

    /** The answer so far, without the marks of its chunks. */
    public synchronized String received() {
        return answer.toString(UTF_8).replaceAll("\r\n[0-9a-f]*\r\n", "");
    }

    /** Whether the answer ended as an answer ends, and was not cut. */
    public synchronized boolean isComplete() {
        return answer.toString(UTF_8).endsWith("\r\n0\r\n\r\n");
    }

    /** Whether the connection is over. */
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void readFrom(InputStream in) {
        try {
            byte[] some = new byte[8192];
            for (int count = in.read(some); count >= 0; count = in.read(some))
                keep(some, count);
        } catch (IOException cut) {
            keep(new byte[0], 0);
        }
        ended = true;
    }

    private synchronized void keep(byte[] some, int count) {
        answer.write(some, 0, count);
    }
}
