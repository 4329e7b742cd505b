package ai.igent.maestro.vault.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads the catalog at start-up. {@code integrations.txt} lists the files, because a packaged application cannot list a folder. */
@ApplicationScoped
class CatalogFiles {
    private static final String FOLDER = "/catalog/";

    @Produces
    @Singleton
    Catalog catalog(ObjectMapper json) {
        return new Catalog(ids().stream().map(id -> integration(json, id)).toList());
    }

    static List<String> ids() {
        try (InputStream list = open("integrations.txt")) {
            return new String(list.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Integration integration(ObjectMapper json, String id) {
        try (InputStream file = open(id + ".json")) {
            return json.readValue(file, Integration.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog's " + id + ".json cannot be read", e);
        }
    }

    static InputStream open(String file) {
        InputStream stream = CatalogFiles.class.getResourceAsStream(FOLDER + file);
        if (stream == null) throw new IllegalStateException("the catalog lacks " + file);
        return stream;
    }
}
