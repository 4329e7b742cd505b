package ai.igent.maestro.vault.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.VariableName;

/** Proposes what a secret's name suggests and its owner did not say. */
@ApplicationScoped
public class ProposeLabels {
    private static final String SEPARATOR = "_";

    private final Catalog catalog;
    private final NamingWords words;

    ProposeLabels(Catalog catalog, NamingWords words) {
        this.catalog = catalog;
        this.words = words;
    }

    /** Nothing for a name that is a variable of the catalog as it is. What {@code known} has already is not proposed. */
    public List<Proposal> of(String name, Known known) {
        if (catalog.knows(name)) return List.of();
        List<String> said = Words.of(name);
        List<Proposal> proposals = new ArrayList<>();
        Optional<Reading> reading = reading(said, known);
        if (known.integration() == null) reading.ifPresent(read -> proposals.add(new Proposal("integration", read.integration().id())));
        if (known.account() == null)
            reading.flatMap(read -> account(said, read)).ifPresent(text -> proposals.add(new Proposal("account", text)));
        if (known.environment() == null)
            words.environment(said).ifPresent(environment -> proposals.add(new Proposal("environment", environment.text())));
        reading.flatMap(Reading::variable).filter(variable -> isOpen(name, known) && !variable.equals(known.variable()))
                .ifPresent(variable -> proposals.add(new Proposal("variable", variable.text())));
        return proposals;
    }

    /** Whether the variable is only what it is because of the name. */
    private static boolean isOpen(String name, Known known) {
        return known.variable().text().equals(name);
    }

    private Optional<Reading> reading(List<String> said, Known known) {
        List<Reading> readings = catalog.all().stream().filter(integration -> !integration.acceptsAnyVariable())
                .filter(integration -> known.integration() == null || integration.id().equals(known.integration()))
                .map(integration -> Reading.of(said, integration)).flatMap(Optional::stream).toList();
        Optional<Reading> best = readings.stream().max(Reading.LESS_TO_MORE);
        return best.filter(found -> readings.stream().filter(other -> Reading.LESS_TO_MORE.compare(other, found) == 0).count() == 1);
    }

    /** What is said beside the integration, its variable and what kind of thing it is, after the integration's name as it is said. */
    private Optional<String> account(List<String> said, Reading reading) {
        List<String> named = said.stream().filter(reading.named()::contains).toList();
        List<String> rest = Words.without(Words.without(said, reading.matched()), named).stream()
                .filter(word -> !words.kinds().contains(word)).toList();
        if (rest.isEmpty()) return Optional.empty();
        return Optional.of(String.join(SEPARATOR, said.stream().filter(word -> named.contains(word) || rest.contains(word)).toList())
                .toUpperCase(Locale.ROOT));
    }

    /** What a secret says of itself. All but {@code variable} may be null. */
    public record Known(String integration, String account, Environment environment, VariableName variable) {}
}
