package ai.igent.maestro.vault.naming;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import ai.igent.maestro.vault.catalog.CatalogVariable;
import ai.igent.maestro.vault.catalog.Integration;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * A name read as one of an integration's.
 *
 * @param named the words of the name that are the integration's own
 * @param variable what the name stands for, if it says that
 * @param matched the words of the name that are that variable's, in order
 * @param whole whether that is all of the variable's words
 */
record Reading(Integration integration, List<String> named, Optional<VariableName> variable, List<String> matched, boolean whole) {
    private static final int ENOUGH = 2;

    /** What says more comes first: a whole variable, more of the integration's words, more of the variable's. */
    static final Comparator<Reading> LESS_TO_MORE = Comparator.<Reading>comparingInt(reading -> reading.whole ? reading.matched.size() : 0)
            .thenComparing(reading -> reading.named.size()).thenComparing(reading -> reading.matched.size());

    /** Empty when the name says nothing of the integration. */
    static Optional<Reading> of(List<String> name, Integration integration) {
        List<String> named = named(name, integration);
        List<Fit> fits = integration.variables().stream().map(variable -> Fit.of(name, variable)).filter(fit -> !fit.matched.isEmpty())
                .toList();
        Optional<Fit> best = fits.stream().max(Fit.LESS_TO_MORE);
        boolean says = !named.isEmpty() || best.filter(fit -> fit.whole || fit.begins && fit.matched.size() >= ENOUGH).isPresent();
        if (!says) return Optional.empty();
        boolean telling = best.filter(fit -> !named.containsAll(fit.matched)).isPresent();
        return Optional.of(telling
                ? reading(integration, named, fits, best.get())
                : new Reading(integration, named, integration.essential(), List.of(), false));
    }

    private static Reading reading(Integration integration, List<String> named, List<Fit> fits, Fit best) {
        List<Fit> equals = fits.stream().filter(fit -> Fit.LESS_TO_MORE.compare(fit, best) == 0).toList();
        Optional<VariableName> variable = equals.size() == 1
                ? Optional.of(best.variable.name())
                : integration.essential().filter(essential -> equals.stream().anyMatch(fit -> fit.variable.name().equals(essential)));
        return new Reading(integration, named, variable, best.matched, best.whole);
    }

    /** The longest of its words that the name has, and any other of them. */
    private static List<String> named(List<String> name, Integration integration) {
        return integration.words().stream().map(Words::of).filter(word -> Words.contain(name, word)).flatMap(List::stream).distinct()
                .toList();
    }

    /** How far a name goes with a variable. */
    private record Fit(CatalogVariable variable, List<String> matched, boolean whole, boolean begins, boolean first) {
        static final Comparator<Fit> LESS_TO_MORE = Comparator.<Fit>comparingInt(fit -> fit.matched.size()).thenComparing(Fit::whole)
                .thenComparing(Fit::first);

        static Fit of(List<String> name, CatalogVariable variable) {
            List<String> own = Words.of(variable.name().text());
            List<String> matched = Words.inOrder(name, own);
            return new Fit(variable, matched, matched.size() == own.size(), !matched.isEmpty() && matched.getFirst().equals(own.getFirst()),
                    matched.equals(own.subList(0, matched.size())));
        }
    }
}
