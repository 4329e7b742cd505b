package ai.igent.maestro.injector.bundle;

import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

@ApplicationScoped
class JsonForm implements BundleForm {
    private final ObjectMapper json;

    JsonForm(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public byte[] of(Bundle bundle) {
        try {
            return json.writeValueAsBytes(BundleView.of(bundle));
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
