package ai.igent.maestro.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kubernetes manifests render with the tool operators use, and hold no value of any Secret. */
class ManifestsTest {
    private static final List<String> SERVICES = List.of("vault-service", "session-service", "oauth-service", "sandbox-injector",
            "audit-service", "console");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/example", "overlays/evaluation"})
    void rendersADeploymentPerService(String folder) throws IOException, InterruptedException {
        String rendered = render(Path.of("../deploy/kubernetes").resolve(folder));

        assertThat(rendered).contains("kind: NetworkPolicy", "kind: PodDisruptionBudget", "automountServiceAccountToken: false");
        for (String service : SERVICES)
            assertThat(rendered).containsPattern("kind: Deployment\\nmetadata:(\\n .*)*\\n  name: " + service + "\\n");
    }

    static String render(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(folder)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code of the rendering").isZero();
        return rendered;
    }

    private static List<String> command(Path folder) {
        return isInstalled("kubectl")
                ? List.of("kubectl", "kustomize", folder.toString())
                : List.of("kustomize", "build", folder.toString());
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
