package ai.igent.maestro.injector.bundle;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;

class SharedItemsTest {
    private final SharedItems shared = new SharedItems();

    @Test
    void equalItemsAreKeptOnce() {
        GrantItem first = shared.in(answer(1, 7)).items().getFirst();

        assertThat(shared.in(answer(2, 7)).items()).singleElement().isSameAs(first);
    }

    @Test
    void anItemThatDiffersInAnythingIsItself() {
        shared.in(answer(1, 7));

        assertThat(shared.in(answer(1, 8))).isEqualTo(answer(1, 8));
    }

    private static GrantAnswer answer(long revision, long epoch) {
        var item = new GrantItem("sec_1", Source.VAULT, Owner.user("alice"), epoch, new VariableName("A"), SecretKind.ENV,
                DeliveryMode.VALUE);
        return new GrantAnswer(revision, 1, Instant.EPOCH, "grant", List.of(item));
    }
}
