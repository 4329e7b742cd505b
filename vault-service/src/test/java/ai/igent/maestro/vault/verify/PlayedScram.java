package ai.igent.maestro.vault.verify;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The server's side of one SCRAM-SHA-256 conversation: RFC 5802, 7677. */
final class PlayedScram {
    static final String USER = "reader";
    static final String PASSWORD = "canary-mongo-password";
    private static final int ITERATIONS = 4096;
    private static final byte[] SALT = "played-mongo-salt".getBytes(UTF_8);

    private String clientFirst;
    private String serverFirst;

    BsonDocument start(BsonDocument command) {
        String first = payload(command);
        clientFirst = first.substring(first.indexOf("n="));
        serverFirst = "r=" + parts(clientFirst).get("r") + "played,s=" + base64(SALT) + ",i=" + ITERATIONS;
        return parts(clientFirst).get("n").equals(USER) ? conversation(serverFirst, false) : refused();
    }

    BsonDocument proceed(BsonDocument command) {
        String last = payload(command);
        String signed = clientFirst + "," + serverFirst + "," + last.substring(0, last.indexOf(",p="));
        byte[] salted = salted();
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] expected = xor(clientKey, hmac(sha256(clientKey), signed));
        if (!Arrays.equals(expected, Base64.getDecoder().decode(parts(last).get("p")))) return refused();
        return conversation("v=" + base64(hmac(hmac(salted, "Server Key"), signed)), true);
    }

    private static BsonDocument conversation(String payload, boolean done) {
        return new BsonDocument("conversationId", new BsonInt32(1)).append("done", BsonBoolean.valueOf(done))
                .append("payload", new BsonBinary(payload.getBytes(UTF_8))).append("ok", new BsonDouble(1));
    }

    private static BsonDocument refused() {
        return BsonDocument.parse("{ok: 0.0, errmsg: 'Authentication failed.', code: 18, codeName: 'AuthenticationFailed'}");
    }

    private static String payload(BsonDocument command) {
        return new String(command.getBinary("payload").getData(), UTF_8);
    }

    private static Map<String, String> parts(String message) {
        return Stream.of(message.split(",")).collect(Collectors.toMap(part -> part.substring(0, 1), part -> part.substring(2)));
    }

    private static byte[] salted() {
        try {
            var key = new PBEKeySpec(PASSWORD.toCharArray(), SALT, ITERATIONS, 256);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] mixed = one.clone();
        for (int i = 0; i < mixed.length; i++)
            mixed[i] ^= other[i];
        return mixed;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
