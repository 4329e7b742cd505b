package ai.igent.maestro.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.igent.maestro.embedded.PostgresOrphan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StackTest {
    @TempDir
    private Path folder;
    private Options options;

    @BeforeEach
    void withoutTheServices() {
        options = Options.forTest(folder.resolve("state")).only(Part.POSTGRES, Part.KAFKA, Part.ISSUER);
    }

    @Test
    void whatItStoredIsThereTheNextTimeAndNobodyElseMayRead() throws Exception {
        String firstToken;
        try (var stack = Stack.start(options)) {
            firstToken = Token.from(stack.url(Part.ISSUER)).of("alice");
            assertThat(claims(firstToken)).contains("\"sub\":\"alice\"", "\"azp\":\"maestro-cli\"");
        }
        var key = folder.resolve("state/issuer/maestro/signing-key.json");
        String keyBefore = Files.readString(key);
        try (var stack = Stack.start(options)) {
            assertThat(Token.from(stack.url(Part.ISSUER)).of("bob")).isNotEqualTo(firstToken);
        }
        assertThat(Files.readString(key)).isEqualTo(keyBefore);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state")))).isEqualTo("rwx------");
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefusedAndTheFirstGoesOn() {
        try (var stack = Stack.start(options)) {
            assertThatThrownBy(() -> Stack.start(options)).isInstanceOf(StackFailure.class).hasMessageContaining("already running");
            assertThat(Token.from(stack.url(Part.ISSUER)).of("carol")).isNotEmpty();
        }
    }

    @Test
    void namesTheTakenPort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int base = taken.getLocalPort() - Part.KAFKA.portOffset();
            var there = new Options(options.programs(), options.state(), options.parts(), base, options.javaOptions(), options.progress());
            assertThatThrownBy(() -> Stack.start(there)).isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " (Kafka) is taken");
        }
    }

    @Test
    void saysWhichPartStoppedByItself() throws Exception {
        try (var stack = Stack.start(options)) {
            var crash = CompletableFuture.supplyAsync(stack::awaitCrash);
            ProcessHandle.of(stack.pid(Part.KAFKA)).orElseThrow().destroyForcibly();
            assertThat(crash.get(20, TimeUnit.SECONDS)).hasMessageContaining("Kafka stopped by itself (exit code 137)");
        }
    }

    @Test
    void aPartThatWasKilledOnPurposeComesBackAndIsNoCrash() {
        try (var stack = Stack.start(options)) {
            var crash = CompletableFuture.supplyAsync(stack::awaitCrash);
            stack.kill(Part.ISSUER);
            stack.start(Part.ISSUER);
            assertThat(Token.from(stack.url(Part.ISSUER)).of("alice")).isNotEmpty();
            assertThat(crash).isNotDone();
        }
    }

    @Test
    void stopsEveryChild() {
        var stack = Stack.start(options);
        long kafka = stack.pid(Part.KAFKA);
        long issuer = stack.pid(Part.ISSUER);
        stack.close();
        assertThat(ProcessHandle.of(kafka)).isEmpty();
        assertThat(ProcessHandle.of(issuer)).isEmpty();
        assertThat(PostgresOrphan.of(folder.resolve("state/postgres"))).isEmpty();
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
