package ai.igent.maestro.session.phrase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;

import ai.igent.maestro.session.catalog.Catalog;
import ai.igent.maestro.session.catalog.CatalogEntry;

/** The catalog as vault-service delivers it, so that the phrases are read with the words people will really have. */
final class DeliveredCatalog {
    private static final Path FILES = Path.of("../vault-service/src/main/resources/catalog");
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeliveredCatalog() {}

    static Catalog read() {
        try (var names = Files.lines(FILES.resolve("integrations.txt"))) {
            return new Catalog(names.filter(name -> !name.isBlank() && !name.startsWith("#")).map(DeliveredCatalog::entry).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogEntry entry(String name) {
        try {
            return JSON.readValue(Files.readString(file(name)), CatalogEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return FILES.resolve(name.endsWith(".json") ? name : name + ".json");
    }

}
