package ai.igent.maestro.injector.bundle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;

/** What a bundle holds, without the values. {@code state} is {@code delivered} or why not. */
record VariablesView(SessionId session, long revision, List<Item> variables, Instant expiresAt) {
    static VariablesView of(Bundle bundle) {
        Stream<Item> delivered = bundle.delivered().stream().map(each -> Item.of(each.item(), "delivered"));
        Stream<Item> undelivered = bundle.undelivered().stream().map(each -> Item.of(each.item(), each.code()));
        return new VariablesView(bundle.session(), bundle.revision(), Stream.concat(delivered, undelivered).toList(), bundle.expiresAt());
    }

    /** One line each, words apart by spaces: {@code revision N}, {@code until TIME}, {@code variable NAME KIND SOURCE STATE}. */
    String lines() {
        StringBuilder lines = new StringBuilder("revision " + revision + "\n");
        if (expiresAt != null) lines.append("until ").append(expiresAt).append('\n');
        variables.forEach(item -> lines.append("variable ").append(item.variable()).append(' ').append(item.kind().text()).append(' ')
                .append(item.source().text()).append(' ').append(item.state()).append('\n'));
        return lines.toString();
    }

    record Item(String variable, SecretKind kind, Source source, String state) {
        static Item of(GrantItem item, String state) {
            return new Item(item.variable().text(), item.kind(), item.source(), state);
        }
    }
}
