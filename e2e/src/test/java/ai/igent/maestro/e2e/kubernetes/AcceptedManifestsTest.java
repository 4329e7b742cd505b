package ai.igent.maestro.e2e.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.embedded.KubernetesServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A real API server takes every manifest, admits every pod under the restricted standard, and is never asked to keep a Secret. */
class AcceptedManifestsTest {
    private static final Path MANIFESTS = Path.of("../deploy/kubernetes").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static KubernetesServer server;
    private static Kubectl kubectl;

    @BeforeAll
    static void start() {
        server = KubernetesServer.temporary();
        kubectl = Kubectl.towards(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** So that each test installs anew: one way of rolling out does not become another. */
    @BeforeEach
    void removeDeployments() {
        assertThat(kubectl.run("delete", "deployments", "--all", "--all-namespaces").exit()).isZero();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void takesEveryManifestAndAdmitsEveryPod(Path folder) throws IOException {
        String rendered = render(folder);

        assertTaken(rendered);

        for (JsonNode deployment : items("deployments"))
            assertAdmitted(podOf(deployment));
    }

    @Test
    void takesEachComponentTogetherWithTheBase(@TempDir Path folder) throws IOException {
        for (Path component : children("components")) {
            Files.writeString(folder.resolve("kustomization.yaml"), "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n"
                    + "resources:\n- " + folder.relativize(MANIFESTS.resolve("base")) + "\ncomponents:\n- " + folder.relativize(component)
                    + "\n");

            assertTaken(render(folder));
        }
    }

    @Test
    void theSandboxesNamespaceAdmitsNoPodWithMoreRights() throws IOException {
        String sandbox = render(MANIFESTS.resolve("examples/sandbox"));
        assertTaken(sandbox);
        String greedy = sandbox.replace("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true").replaceAll(
                "(?m)^  name: sandbox$",
                "  name: greedy");

        var refused = kubectl.feed(greedy, "apply", "--server-side", "--dry-run=server", "--filename=-");

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.errors()).contains("violates PodSecurity \"restricted");
    }

    @Test
    void noManifestHoldsASecretAndNoneIsKept() throws IOException {
        for (Path folder : folders().toList()) {
            String rendered = render(folder);
            assertThat(rendered).doesNotContain("kind: Secret");
            removeDeployments();
            assertTaken(rendered);
        }

        assertThat(items("secrets")).isEmpty();
    }

    static Stream<Path> folders() throws IOException {
        return Stream.concat(Stream.of(MANIFESTS.resolve("base")),
                Stream.concat(children("overlays").stream(), children("examples").stream()));
    }

    private static List<Path> children(String folder) throws IOException {
        try (Stream<Path> all = Files.list(MANIFESTS.resolve(folder))) {
            return all.filter(child -> Files.exists(child.resolve("kustomization.yaml"))).sorted().toList();
        }
    }

    private static String render(Path folder) {
        var rendered = Kubectl.alone().run("kustomize", "--load-restrictor=LoadRestrictionsNone", folder.toString());
        assertThat(rendered.errors()).isEmpty();
        return rendered.output();
    }

    /** Without a warning: in these namespaces the server warns of a template whose pods it would refuse. */
    private static void assertTaken(String rendered) {
        var taken = kubectl.feed(rendered, "apply", "--server-side", "--force-conflicts", "--filename=-");
        assertThat(taken.errors()).isEmpty();
        assertThat(taken.exit()).isZero();
    }

    private static void assertAdmitted(JsonNode pod) throws IOException {
        var admitted = kubectl.feed(JSON.writeValueAsString(pod), "create", "--dry-run=server", "--filename=-");
        assertThat(admitted.errors()).isEmpty();
        assertThat(admitted.exit()).isZero();
    }

    /** What the deployment's controller would create. */
    private static JsonNode podOf(JsonNode deployment) {
        var metadata = JSON.createObjectNode().put("generateName", deployment.at("/metadata/name").asText() + "-")
                .put("namespace", deployment.at("/metadata/namespace").asText());
        metadata.set("labels", deployment.at("/spec/template/metadata/labels"));
        var pod = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        pod.set("metadata", metadata);
        pod.set("spec", deployment.at("/spec/template/spec"));
        return pod;
    }

    private static List<JsonNode> items(String kind) throws IOException {
        var listed = kubectl.run("get", kind, "--all-namespaces", "--output=json");
        assertThat(listed.errors()).isEmpty();
        return StreamSupport.stream(JSON.readTree(listed.output()).path("items").spliterator(), false).toList();
    }
}
