package ai.igent.maestro.vault.verify;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import javax.net.ServerSocketFactory;

import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * A server that speaks MongoDB's wire protocol as its specification has it (OP_MSG, and OP_QUERY for the first hello), with one user who signs in by
 * SCRAM-SHA-256 (RFC 5802, RFC 7677). Its answers can be changed.
 */
final class PlayedMongo implements AutoCloseable {
    private static final int HEADER = 16;
    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final Set<String> HELLO = Set.of("hello", "isMaster", "ismaster");

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> sources = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<BsonDocument> hello = answer -> answer;
    private volatile BsonDocument always;

    PlayedMongo() {
        this(ServerSocketFactory.getDefault());
    }

    /** With TLS, when {@code sockets} are of that kind. */
    PlayedMongo(ServerSocketFactory sockets) {
        try {
            listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("played-mongo").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The commands that came in, in their order. */
    List<String> asked() {
        return asked;
    }

    /** The databases at which somebody wanted to sign in. */
    List<String> sources() {
        return sources;
    }

    void changeHello(UnaryOperator<BsonDocument> change) {
        hello = change;
    }

    /** The answer to every command but hello from now on. */
    void answer(String json) {
        always = BsonDocument.parse(json);
    }

    private void accept() {
        while (!listener.isClosed())
            try {
                var socket = listener.accept();
                open.add(socket);
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var user = new PlayedScram();
            for (;;)
                answer(in, socket.getOutputStream(), user);
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    private void answer(DataInputStream in, OutputStream out, PlayedScram user) throws IOException {
        ByteBuffer header = read(in, HEADER);
        int length = header.getInt();
        int request = header.getInt();
        header.getInt();
        int operation = header.getInt();
        ByteBuffer body = read(in, length - HEADER);
        switch (operation) {
            case OP_QUERY -> out.write(reply(request, of(query(body), user)));
            case OP_MSG -> out.write(message(request, of(document(body.position(5)), user)));
            default -> throw new IOException("operation " + operation);
        }
        out.flush();
    }

    private BsonDocument of(BsonDocument command, PlayedScram user) {
        String name = command.getFirstKey();
        asked.add(name);
        if (command.containsKey("payload")) sources.add(command.getString("$db").getValue());
        if (HELLO.contains(name)) return hello.apply(helloTo(command));
        if (always != null) return always;
        return switch (name) {
            case "saslStart" -> user.start(command);
            case "saslContinue" -> user.proceed(command);
            case "ping" -> BsonDocument.parse("{ok: 1.0}");
            default -> BsonDocument.parse("{ok: 0.0, errmsg: 'requires authentication', code: 13, codeName: 'Unauthorized'}");
        };
    }

    private static BsonDocument helloTo(BsonDocument command) {
        var answer = BsonDocument.parse("""
                {helloOk: true, ismaster: true, isWritablePrimary: true, maxBsonObjectSize: 16777216, maxMessageSizeBytes: 48000000,
                 maxWriteBatchSize: 100000, minWireVersion: 0, maxWireVersion: 21, readOnly: false, ok: 1.0}""");
        if (command.containsKey("saslSupportedMechs"))
            answer.putAll(BsonDocument.parse("{saslSupportedMechs: ['SCRAM-SHA-256']}"));
        return answer;
    }

    /** Flags, the collection's name, how many to skip, how many to return, the question. */
    private static BsonDocument query(ByteBuffer body) {
        body.getInt();
        while (body.get() != 0);
        return document(body.position(body.position() + 8));
    }

    private static BsonDocument document(ByteBuffer at) {
        return new RawBsonDocument(at.array(), at.position(), at.getInt(at.position())).decode(new BsonDocumentCodec());
    }

    private static byte[] reply(int request, BsonDocument answer) {
        ByteBuffer document = bytes(answer);
        return begin(request, OP_REPLY, 20 + document.remaining()).putInt(8).putLong(0).putInt(0).putInt(1).put(document).array();
    }

    private static byte[] message(int request, BsonDocument answer) {
        ByteBuffer document = bytes(answer);
        return begin(request, OP_MSG, 5 + document.remaining()).putInt(0).put((byte) 0).put(document).array();
    }

    private static ByteBuffer begin(int request, int operation, int length) {
        return ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN).putInt(HEADER + length).putInt(1).putInt(request)
                .putInt(operation);
    }

    private static ByteBuffer bytes(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer().asNIO();
    }

    private static ByteBuffer read(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open)
                socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
