package ai.igent.maestro.injector.bundle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /**
     * One line each, words apart by spaces: {@code revision N}, {@code until TIME}, {@code variable NAME KIND SOURCE STATE}, and before one whose end is
     * known {@code ends NAME TIME}. Sandboxes skip lines they do not know.
     */
    String lines() {
        StringBuilder lines = new StringBuilder("revision " + revision + "\n");
        if (expiresAt != null) lines.append("until ").append(expiresAt).append('\n');
        variables.forEach(item -> item.addTo(lines));
        return lines.toString();
    }

    /** {@code activeUntil} is null where it is not known. */
    record Item(String variable, SecretKind kind, Source source, String state, Instant activeUntil) {
        static Item of(GrantItem item, String state) {
            return new Item(item.variable().text(), item.kind(), item.source(), state,
                    item.activeUntil() == null ? null : item.activeUntil().truncatedTo(ChronoUnit.SECONDS));
        }

        private void addTo(StringBuilder lines) {
            if (activeUntil != null) lines.append("ends ").append(variable).append(' ').append(activeUntil).append('\n');
            lines.append("variable ").append(variable).append(' ').append(kind.text()).append(' ').append(source.text()).append(' ')
                    .append(state).append('\n');
        }
    }
}
