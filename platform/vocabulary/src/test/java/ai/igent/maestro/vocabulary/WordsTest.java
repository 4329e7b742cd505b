package ai.igent.maestro.vocabulary;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ids, owners and the words of closed lists: one spelling each, and nothing else is read. */
class WordsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID UUID_7 = UUID.fromString("01980000-0000-7000-8000-00000000abcd");

    @Test
    void anIdIsItsPrefixAndTheUuidWithoutDashes() throws JsonProcessingException {
        SecretId id = SecretId.of(UUID_7);

        assertThat(id.text()).isEqualTo("sec_0198000000007000800000000000abcd");
        assertThat(JSON.readValue(JSON.writeValueAsString(id), SecretId.class)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sec_", "ses_0198000000007000800000000000abcd", "sec_0198000000007000800000000000ABCD",
            "sec_0198000000007000800000000000abcd0", "sec_0198000000007000800000000000abc;", "0198000000007000800000000000abcd"})
    void anythingElseIsNoSecretId(String text) {
        assertThatThrownBy(() -> new SecretId(text)).isInstanceOf(InvalidWord.class);
    }

    @Test
    void anOwnerIsAlwaysWrittenWhole() throws JsonProcessingException {
        assertThat(Owner.user("alice").text()).isEqualTo("user:alice");
        assertThat(Owner.parse("organization:acme")).isEqualTo(Owner.organization("acme"));
        assertThat(JSON.writeValueAsString(Owner.user("alice"))).isEqualTo("{\"kind\":\"user\",\"id\":\"alice\"}");
        assertThat(Owner.user("acme")).isNotEqualTo(Owner.organization("acme"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "user:", "team:acme", "user:a b", "user:a:b", "USER:alice"})
    void anythingElseIsNoOwner(String text) {
        assertThatThrownBy(() -> Owner.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWordNamesTheLegalOnesWhenItIsNone() {
        assertThat(Environment.parse("production")).isEqualTo(Environment.PRODUCTION);
        assertThatThrownBy(() -> Environment.parse("canary")).isInstanceOfSatisfying(InvalidWord.class,
                refusal -> assertThat(refusal.reason()).contains("development, staging, production").doesNotContain("canary"));
    }
}
