package ai.igent.maestro.session.catalog;

import java.util.List;

/** The integrations known at a moment. */
public record Catalog(List<CatalogEntry> entries) {
    public static final Catalog EMPTY = new Catalog(List.of());

    public Catalog {
        entries = List.copyOf(entries);
    }
}
