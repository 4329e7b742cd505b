package ai.igent.maestro.injector.bundle;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.vocabulary.ReleasedValue;
import ai.igent.maestro.vocabulary.SessionId;

/** A bundle as JSON. Holds the bundle's own values: write it while the bundle is held. */
record BundleView(SessionId session, long revision, Map<String, ReleasedValue> variables, List<FileView> files,
        List<UnavailableView> unavailable, Instant expiresAt) {

    static BundleView of(Bundle bundle) {
        Map<String, ReleasedValue> variables = new LinkedHashMap<>();
        bundle.variables().forEach(each -> variables.put(each.variable().text(), each.value().release()));
        return new BundleView(bundle.session(), bundle.revision(), variables, bundle.files().map(FileView::of).toList(),
                bundle.undelivered().stream().map(each -> new UnavailableView(each.variable().text(), each.code())).toList(),
                bundle.expiresAt());
    }

    /** {@code name} is one that is safe in every directory. */
    record FileView(String variable, String name, String mode, FileContent content) {
        static FileView of(Delivered file) {
            return new FileView(file.variable().text(), file.variable().text(), "0600", new FileContent(file.value()));
        }
    }

    record UnavailableView(String variable, String code) {}
}
