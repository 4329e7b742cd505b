package ai.igent.maestro.vault.secret;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vault.dotenv.Line;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.web.identity.Caller;

/** Makes drafts of lines: as a registration with nothing but name and value would, so the catalog knows the integration by the variable. */
@ApplicationScoped
class ReadImport {
    private final Catalog catalog;

    ReadImport(Catalog catalog) {
        this.catalog = catalog;
    }

    List<ImportEntry> of(List<Line> lines, Caller.Person caller, ImportQuery query) {
        Set<SecretName> seen = new HashSet<>();
        return lines.stream().map(line -> entry(line, caller, query, seen)).toList();
    }

    private ImportEntry entry(Line line, Caller.Person caller, ImportQuery query, Set<SecretName> seen) {
        return switch (line) {
            case Line.Unfit unfit -> refused(unfit.number(), null, unfit.code(), unfit.reason());
            case Line.Assignment assignment -> entry(assignment, caller, query, seen);
        };
    }

    private ImportEntry entry(Line.Assignment line, Caller.Person caller, ImportQuery query, Set<SecretName> seen) {
        SecretName name;
        try {
            name = new SecretName(line.name());
        } catch (InvalidWord unfit) {
            return refused(line.number(), null, "invalid-name", unfit.reason());
        }
        if (!seen.add(name)) return refused(line.number(), name, "duplicate", "an earlier line has this name");
        SecretRequest request = request(name, line, query);
        try {
            return new ImportEntry.Wanted(line.number(), request.draft(caller, catalog));
        } catch (SecretFailure.Unfit unfit) {
            return refused(line.number(), name, "invalid-name", unfit.reason());
        }
    }

    private static SecretRequest request(SecretName name, Line.Assignment line, ImportQuery query) {
        return new SecretRequest(name, line.value(), null, null, null, null, query.environment(), null, query.account(),
                query.organization, null, null);
    }

    private static ImportEntry refused(int line, SecretName name, String code, String detail) {
        return new ImportEntry.Refused(ImportedLine.refused(line, name, code, detail));
    }
}
