package ai.igent.maestro.injector.bundle;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BuildTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = NOW.plusSeconds(60);

    private final GrantItem item = new GrantItem(SecretId.of(UUID.randomUUID()).text(), Source.VAULT, Owner.user("alice"), 1,
            new VariableName("A"), SecretKind.ENV, DeliveryMode.VALUE);
    private final GrantAnswer answer = new GrantAnswer(4, 1, END, "grant", List.of(item));
    private final SecretValue value = SecretValue.of("canary-build");
    private final Bundle bundle = new Bundle(SessionId.of(UUID.randomUUID()), 4, List.of(new Delivered(item, 1, value, null, null)),
            List.of(), END,
            true);

    @Test
    void isReadWhileItLivesAndNotAMomentLonger() {
        Build build = build(Uni.createFrom().item(bundle));
        waitFor(build).assertItem(build);

        assertThat(build.read(END.minusMillis(1), Bundle::revision)).isEqualTo(4);
        assertThatThrownBy(() -> build.read(END, Bundle::revision)).isInstanceOf(BundleFailure.ChangedMeanwhile.class);
    }

    @Test
    void aSharedFormIsMadeTwiceAtMostAndEachGetsACopyOfItsOwn() {
        Build build = build(Uni.createFrom().item(bundle));
        waitFor(build).assertCompleted();
        var form = new CountedForm();

        for (int asked = 1; asked <= 4; asked++) {
            byte[] copy = build.in(form, NOW);
            assertThat(copy).isEqualTo(CountedForm.CONTENT);
            Arrays.fill(copy, (byte) 0);
        }

        assertThat(form.made).isEqualTo(2);
    }

    @Test
    void isWipedWhenItEnds() {
        Build build = build(Uni.createFrom().item(bundle));
        waitFor(build).assertCompleted();

        build.end();

        assertThatThrownBy(() -> value.borrow(bytes -> bytes.length)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsMadeAfterItsEndIsWipedAndNotHandedOut() {
        Build build = build(Uni.createFrom().item(bundle));
        build.end();

        waitFor(build).assertFailedWith(BundleFailure.ChangedMeanwhile.class);

        assertThatThrownBy(() -> value.borrow(bytes -> bytes.length)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isOnlyOfTheSameRevisionWithTheSameContent() {
        Build build = build(Uni.createFrom().item(bundle));

        assertThat(build.isOf(new GrantAnswer(4, 9, NOW, null, List.of(item)))).isTrue();
        assertThat(build.isOf(new GrantAnswer(5, 1, END, "grant", List.of(item)))).isFalse();
        assertThat(build.isOf(new GrantAnswer(4, 1, END, "grant", List.of()))).isFalse();
    }

    @Test
    void isReportedOnceUnlessTheReportIsLost() {
        Build build = build(Uni.createFrom().item(bundle));

        assertThat(build.claimReport()).isTrue();
        assertThat(build.claimReport()).isFalse();
        build.returnReport();
        assertThat(build.claimReport()).isTrue();
    }

    private Build build(Uni<Bundle> making) {
        return new Build(answer, making, made -> END, Bundle::close);
    }

    private static UniAssertSubscriber<Build> waitFor(Build build) {
        return build.made().subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static final class CountedForm implements BundleForm {
        private static final byte[] CONTENT = {1, 2, 3};
        private int made;

        @Override
        public byte[] of(Bundle bundle) {
            made++;
            return CONTENT.clone();
        }

        @Override
        public boolean isShared() {
            return true;
        }
    }
}
