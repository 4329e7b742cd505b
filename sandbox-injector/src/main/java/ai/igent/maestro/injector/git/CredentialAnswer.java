package ai.igent.maestro.injector.git;

import java.io.ByteArrayOutputStream;

import ai.igent.maestro.injector.bundle.GitCredential;
import ai.igent.maestro.vocabulary.SecretValue;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What git is told. */
final class CredentialAnswer {
    static final byte[] NOTHING = {};

    private CredentialAnswer() {}

    static byte[] of(GitCredential credential, SecretValue value) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(("protocol=https\nhost=" + credential.use().host() + "\nusername=" + credential.use().username() + "\npassword=")
                .getBytes(UTF_8));
        value.borrow(utf8 -> {
            answer.writeBytes(utf8);
            return null;
        });
        String expiry = credential.expiresAt() == null ? "" : "password_expiry_utc=" + credential.expiresAt().getEpochSecond() + "\n";
        answer.writeBytes(("\n" + expiry).getBytes(UTF_8));
        return answer.toByteArray();
    }
}
