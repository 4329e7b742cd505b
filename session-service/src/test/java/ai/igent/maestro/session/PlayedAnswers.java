package ai.igent.maestro.session;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.contracts.internal.NamesRequest;
import ai.igent.maestro.vocabulary.SecretKind;

/** What an owner service answers of the things it has, as the contracts' records say. */
final class PlayedAnswers {
    private static final Set<String> GONE = Set.of("deleted", "revoked");
    private static final Comparator<Described.Item> ORDER = Comparator.comparing(Described.Item::name).thenComparing(Described.Item::id);

    private PlayedAnswers() {}

    static Described described(DescribeRequest question, Stream<Described.Item> own) {
        return new Described(own.filter(thing -> question.ids().contains(thing.id())).toList());
    }

    static Described page(DescribePageRequest question, Stream<Described.Item> own) {
        return new Described(own.filter(thing -> question.owners().contains(thing.owner()) && !GONE.contains(thing.status()))
                .filter(thing -> !question.except().contains(thing.id()) && isBehind(thing, question.after()))
                .filter(thing -> fits(thing, question.filter())).sorted(ORDER).limit(question.limit()).toList());
    }

    private static boolean isBehind(Described.Item thing, DescribePageRequest.Place after) {
        return after == null || thing.name().compareTo(after.name()) > 0
                || thing.name().equals(after.name()) && thing.id().compareTo(after.id()) > 0;
    }

    private static boolean fits(Described.Item thing, DescribePageRequest.Filter filter) {
        return (filter.query() == null || Stream.of(thing.name(), thing.variable().text(), String.valueOf(thing.account()))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(filter.query().toLowerCase(Locale.ROOT))))
                && (filter.integration() == null || filter.integration().equals(thing.integration()))
                && (filter.environment() == null || filter.environment() == thing.environment())
                && (filter.status() == null || filter.status().equals(thing.status()));
    }

    static Named names(NamesRequest question, Stream<Described.Item> own) {
        return new Named(own.filter(thing -> question.owner().equals(thing.owner()) && !GONE.contains(thing.status()))
                .filter(thing -> question.after() == null || thing.id().compareTo(question.after()) > 0)
                .sorted(Comparator.comparing(Described.Item::id)).limit(question.limit()).map(PlayedAnswers::named).toList());
    }

    private static Named.Item named(Described.Item thing) {
        return new Named.Item(thing.id(), thing.name(), thing.variable().text().equals(thing.name()) ? null : thing.variable(),
                thing.kind() == SecretKind.ENV ? null : thing.kind(), thing.integration(), thing.account(), thing.environment(),
                thing.tags().isEmpty() ? null : thing.tags(), thing.epoch(), thing.status().equals("active") ? null : thing.status());
    }
}
