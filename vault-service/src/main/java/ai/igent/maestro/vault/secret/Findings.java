package ai.igent.maestro.vault.secret;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vault.catalog.Finding;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;

/** Looks at a value for what its owner should know: what the catalog says of it, and what is odd about any. */
@ApplicationScoped
class Findings {
    private final Catalog catalog;

    Findings(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Finding> of(Labels labels, SecretValue value) {
        var found = new ArrayList<>(catalog.findings(labels.integration(), labels.variable(), labels.environment(), value));
        if (labels.kind() != SecretKind.FILE && value.borrow(Findings::isOneLineWithItsEnd)) found.add(Finding.TRAILING_NEWLINE);
        return found;
    }

    /** Text of several lines, such as a PEM key, rightly ends with one. */
    private static boolean isOneLineWithItsEnd(byte[] utf8) {
        for (int i = 0; i < utf8.length - 1; i++)
            if (utf8[i] == '\n') return false;
        return utf8[utf8.length - 1] == '\n';
    }
}
