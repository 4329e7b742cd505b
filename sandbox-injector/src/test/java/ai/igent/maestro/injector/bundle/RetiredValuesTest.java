package ai.igent.maestro.injector.bundle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfigBuilder;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.recognition.Known;
import ai.igent.maestro.test.FixedClock;
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

class RetiredValuesTest {
    private final SessionId session = SessionId.of(UUID.randomUUID());
    private final FixedClock clock = FixedClock.at("2026-01-01T00:00:00Z");
    private final TimersByHand timers = new TimersByHand(clock);
    private final BundleConfig config = new SmallRyeConfigBuilder().withMapping(BundleConfig.class).build()
            .getConfigMapping(BundleConfig.class);
    private final RetiredValues retired = new RetiredValues(config, clock, timers.vertx());

    @Test
    void areKnownForNineMinutesAndNotForEleven() {
        SecretValue value = SecretValue.of("canary-retired");
        retired.take(bundle(delivered("A", SecretKind.ENV, value)));

        timers.advance(Duration.ofMinutes(9));
        assertThat(known()).containsExactly("A=canary-retired");
        assertThat(retired.nextForgotten(session)).isEqualTo(Instant.parse("2026-01-01T00:10:00Z"));

        timers.advance(Duration.ofMinutes(2));
        assertThat(known()).isEmpty();
        assertWiped(value);
    }

    @Test
    void areKeptAsLongAsTheLatestBuildWithThemWants() {
        SecretValue first = SecretValue.of("canary-retired");
        retired.take(bundle(delivered("A", SecretKind.ENV, first)));
        timers.advance(Duration.ofMinutes(6));
        retired.take(bundle(delivered("A", SecretKind.ENV, SecretValue.of("canary-retired"))));

        assertWiped(first);
        timers.advance(Duration.ofMinutes(6));
        assertThat(known()).containsExactly("A=canary-retired");
    }

    @Test
    void areWipedWithoutAnyoneAskingForThem() {
        SecretValue early = SecretValue.of("canary-early");
        SecretValue late = SecretValue.of("canary-late");
        retired.take(bundle(delivered("A", SecretKind.ENV, early)));
        timers.advance(Duration.ofMinutes(4));
        retired.take(bundle(delivered("A", SecretKind.ENV, late)));

        timers.advance(Duration.ofMinutes(6));
        assertWiped(early);
        assertThat(known()).containsExactly("A=canary-late");

        timers.advance(Duration.ofMinutes(4));
        assertWiped(late);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void ofManyBuildsWaitForOneTimer() {
        for (int build = 0; build < 1_000; build++) {
            retired.take(bundle(delivered("A", SecretKind.ENV, SecretValue.of("canary-retired"))));
            timers.advance(Duration.ofSeconds(1));
        }

        assertThat(timers.pending()).isOne();
    }

    @Test
    void areTheOldAndTheNewOneWhenAValueChanged() {
        retired.take(bundle(delivered("A", SecretKind.ENV, SecretValue.of("canary-old"))));
        retired.take(bundle(delivered("A", SecretKind.ENV, SecretValue.of("canary-new"))));

        assertThat(known()).containsExactly("A=canary-old", "A=canary-new");
    }

    @Test
    void areForgottenAtOnceWithTheirSession() {
        SecretValue value = SecretValue.of("canary-retired");
        retired.take(bundle(delivered("A", SecretKind.FILE, value)));

        retired.forget(session);

        assertThat(known()).isEmpty();
        assertWiped(value);
    }

    @Test
    void areOnlyWhatIsConfidential() {
        SecretValue region = SecretValue.of("eu-central-1");
        retired.take(bundle(delivered("AWS_REGION", SecretKind.VARIABLE, region)));

        assertThat(known()).isEmpty();
        assertWiped(region);
    }

    private List<String> known() {
        return retired.copies(session).stream().map(RetiredValuesTest::text).toList();
    }

    private static String text(Known known) {
        return known.name() + "=" + known.value().borrow(String::new);
    }

    private static void assertWiped(SecretValue value) {
        assertThatThrownBy(() -> value.borrow(bytes -> bytes.length)).isInstanceOf(IllegalStateException.class);
    }

    private Bundle bundle(Delivered delivered) {
        return new Bundle(session, 1, List.of(delivered), List.of(), null, true);
    }

    private static Delivered delivered(String variable, SecretKind kind, SecretValue value) {
        GrantItem item = new GrantItem(SecretId.of(UUID.randomUUID()).text(), Source.VAULT, Owner.user("alice"), 1,
                new VariableName(variable), kind,
                DeliveryMode.VALUE);
        return new Delivered(item, 1, value, null, null);
    }
}
