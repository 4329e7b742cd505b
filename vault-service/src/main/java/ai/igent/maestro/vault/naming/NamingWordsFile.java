package ai.igent.maestro.vault.naming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the words at start-up. */
@ApplicationScoped
class NamingWordsFile {
    private static final String FILE = "/catalog/naming.json";

    @Produces
    @Singleton
    NamingWords words(ObjectMapper json) {
        try (InputStream file = NamingWordsFile.class.getResourceAsStream(FILE)) {
            return json.readValue(file, NamingWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the words of names cannot be read", e);
        }
    }
}
