package ai.igent.maestro.local.bench.row;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.Lab;
import ai.igent.maestro.local.bench.Line;
import ai.igent.maestro.local.bench.Row;
import ai.igent.maestro.local.bench.Sandboxes;
import ai.igent.maestro.local.bench.measure.Call;
import ai.igent.maestro.local.bench.measure.MeasureFailure;
import ai.igent.maestro.local.bench.measure.Metrics;
import ai.igent.maestro.local.bench.yardstick.VaultReads;

/** What a sandbox waits for: its five secrets, from a build that lives, from the owners, and when nothing changed. */
final class Bundles implements Row {
    private static final String BESIDE = "Vault, 5 reads";
    private static final int INJECTOR_WITHOUT_MEMORY = 2;
    /** Shorter than the time in which each of the sandboxes is served once, longer than a bundle takes: its life begins with the question for it. */
    private static final Map<String, String> FORGETS = Map.of("MAESTRO_INJECTOR_BUNDLE_LIFETIME", "PT0.3S");

    @Override
    public String name() {
        return "bundle";
    }

    @Override
    public List<Line> measure(Lab lab) {
        var warm = lab.load(Part.INJECTOR, lab.sandboxes().some(Lab.CONNECTIONS).stream().map(Sandboxes.Sandbox::fetch).toList());
        var lines = new ArrayList<Line>();
        lines.add(Line.rate("bundle of 5, warm", warm, BESIDE, vault(lab), 3));
        cold(lab, lines);
        return lines;
    }

    private void cold(Lab lab, List<Line> lines) {
        try (var forgetful = lab.stack().replica(Part.INJECTOR, INJECTOR_WITHOUT_MEMORY, FORGETS)) {
            double before = resolutions(lab);
            var cold = lab.load(forgetful.url(), lab.sandboxes().all().stream().map(Sandboxes.Sandbox::fetch).toList());
            double asked = resolutions(lab) - before;
            lines.add(Line.rate("bundle of 5, cold", cold, BESIDE, vault(lab), 1));
            lines.add(Line.shown("  asked of the owner", "%.0f calls".formatted(asked),
                    "for %d bundles and the warming up".formatted(cold.requests())));
            lines.add(Line.rate("unchanged bundle (304)", lab.load(Part.INJECTOR, unchanged(lab)), "cold", cold.perSecond(), 10));
        }
    }

    /** Measured anew beside each of ours: a machine that is shared is not as fast some minutes later. */
    private static double vault(Lab lab) {
        try (var vault = VaultReads.start(lab.folder("vault"), Sandboxes.SECRETS)) {
            var reads = vault.reads(Sandboxes.SECRETS);
            lab.measured(vault.address(), Lab.CONNECTIONS, lab.pace().warmUp(), reads);
            return lab.measured(vault.address(), Lab.CONNECTIONS, reads).perSecond() / Sandboxes.SECRETS;
        }
    }

    private static List<Call> unchanged(Lab lab) {
        return lab.sandboxes().some(Lab.CONNECTIONS).stream().map(sandbox -> sandbox.fetch().with("If-None-Match", tag(lab, sandbox)))
                .toList();
    }

    private static String tag(Lab lab, Sandboxes.Sandbox sandbox) {
        var request = HttpRequest.newBuilder(URI.create(lab.stack().url(Part.INJECTOR) + "/v1/sandboxes/" + sandbox.session() + "/bundle"))
                .header("Accept", "application/json").header("Authorization", "Bearer " + sandbox.token()).build();
        return send(request).headers().firstValue("ETag").orElseThrow(() -> new MeasureFailure("a bundle came without its tag"));
    }

    /** How often vault-service was called for values so far; one call may be for several bundles. */
    private static double resolutions(Lab lab) {
        return Metrics.of(lab.stack().url(Part.VAULT)).sum("http_server_requests_seconds_count", "/internal/v1/resolve");
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new MeasureFailure("a service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }
}
