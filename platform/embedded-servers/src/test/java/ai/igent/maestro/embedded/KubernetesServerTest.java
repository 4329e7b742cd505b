package ai.igent.maestro.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KubernetesServerTest {
    @Test
    void takesObjectsAndLeavesNothingBehind() throws IOException, InterruptedException {
        Path config;
        try (var server = KubernetesServer.temporary()) {
            config = server.kubeconfig();
            assertThat(kubectl(config, "create", "namespace", "sandboxes")).contains("namespace/sandboxes created");
            assertThat(kubectl(config, "get", "namespaces", "--output=name")).contains("namespace/default", "namespace/sandboxes");
        }

        assertThat(Files.exists(config.getParent())).isFalse();
    }

    private static String kubectl(Path config, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kubectl", "--kubeconfig=" + config));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
