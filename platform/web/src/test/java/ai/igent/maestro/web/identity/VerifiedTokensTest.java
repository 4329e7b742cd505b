package ai.igent.maestro.web.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.FixedClock;
import ai.igent.maestro.test.TestToken;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static org.assertj.core.api.Assertions.assertThat;

/** What is remembered of a verification, and when no longer. */
class VerifiedTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SessionId SESSION = new SessionId("ses_" + "c".repeat(32));

    private final FixedClock clock = FixedClock.at(NOW);
    private final VerifiedTokens tokens = new VerifiedTokens(config(Duration.ofMinutes(1), 100), clock);

    @Test
    void remembersWhatATokenSaidButNotTheToken() {
        String token = expiringIn(Duration.ofMinutes(5)).text();
        tokens.keep(token, Tenant.PEOPLE, Set.of(Role.USER));

        VerifiedToken known = tokens.find(token).orElseThrow();

        assertThat(known.tenant()).isEqualTo(Tenant.PEOPLE);
        assertThat(known.claimedRoles()).containsExactly(Role.USER);
        assertThat(known.claims().getSubject()).isEqualTo("alice");
        assertThat(known.claims().getRawToken()).isNull();
    }

    @Test
    void doesNotKnowATokenThatDiffersInOneLetter() {
        String token = expiringIn(Duration.ofMinutes(5)).text();
        tokens.keep(token, Tenant.PEOPLE, Set.of(Role.USER));

        assertThat(tokens.find(token + "A")).isEmpty();
        assertThat(tokens.find(token.substring(0, token.length() - 1))).isEmpty();
    }

    @Test
    void forgetsATokenTheMomentItExpires() {
        String token = expiringIn(Duration.ofSeconds(10)).text();
        tokens.keep(token, Tenant.PEOPLE, Set.of(Role.USER));

        clock.advance(Duration.ofMillis(9_999));
        assertThat(tokens.find(token)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void believesNoTokenLongerThanConfigured() {
        String token = expiringIn(Duration.ofHours(1)).text();
        tokens.keep(token, Tenant.PEOPLE, Set.of(Role.USER));

        clock.advance(Duration.ofSeconds(61));

        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void remembersNothingWhenTheLifeIsZero() {
        var none = new VerifiedTokens(config(Duration.ZERO, 100), clock);
        String token = expiringIn(Duration.ofHours(1)).text();
        none.keep(token, Tenant.PEOPLE, Set.of(Role.USER));

        assertThat(none.find(token)).isEmpty();
    }

    @Test
    void remembersNoMoreTokensThanConfigured() {
        var few = new VerifiedTokens(config(Duration.ofMinutes(1), 3), clock);
        var all = java.util.stream.Stream.generate(() -> expiringIn(Duration.ofHours(1)).text()).limit(50).toList();
        all.forEach(token -> few.keep(token, Tenant.PEOPLE, Set.of(Role.USER)));

        assertThat(all.stream().filter(token -> few.find(token).isPresent())).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void verifiesAgainWhatOtherKeysOfAnIssuerSignedWhenItHasANewOne() {
        String agents = TestTokens.agentToken(SESSION, 1).withExpiry(NOW.plusSeconds(60)).text();
        String peoples = expiringIn(Duration.ofMinutes(5)).text();
        tokens.keep(agents, Tenant.AGENTS, Set.of());
        tokens.keep(peoples, Tenant.PEOPLE, Set.of(Role.USER));

        String ofAnotherKey = TestTokens.agentToken(SESSION, 2).withExpiry(NOW.plusSeconds(60)).text();
        tokens.keep(ofAnotherKey, Tenant.PEOPLE, Set.of(Role.USER));

        assertThat(tokens.find(peoples)).isEmpty();
        assertThat(tokens.find(ofAnotherKey)).isPresent();
        assertThat(tokens.find(agents)).as("the other tenant's keys are the same as before").isPresent();
    }

    @Test
    void keepsTheTokensOfTwoKeysThatAreBothInUse() {
        String first = expiringIn(Duration.ofMinutes(5)).text();
        String second = TestTokens.agentToken(SESSION, 1).withExpiry(NOW.plusSeconds(60)).text();
        for (String token : new String[]{first, second, first, second})
            tokens.keep(token, Tenant.PEOPLE, Set.of());

        assertThat(tokens.find(first)).isPresent();
        assertThat(tokens.find(second)).isPresent();
    }

    @Test
    void remembersNoTokenThatNeedsAProofWithEachRequest() {
        String token = expiringIn(Duration.ofMinutes(5)).with("cnf", Map.of("jkt", "thumbprint")).text();
        tokens.keep(token, Tenant.PEOPLE, Set.of(Role.USER));

        assertThat(tokens.find(token)).isEmpty();
    }

    private static TestToken expiringIn(Duration life) {
        return TestTokens.person("alice").withExpiry(NOW.plus(life));
    }

    private static VerifiedTokensConfig config(Duration life, int size) {
        return new VerifiedTokensConfig() {
            @Override
            public Duration life() {
                return life;
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
