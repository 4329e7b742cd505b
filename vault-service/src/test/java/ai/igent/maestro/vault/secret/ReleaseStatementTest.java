package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** The statement is part of what is stored: what was sealed with an earlier build has to open with a later one. */
class ReleaseStatementTest {
    private static final Instant MADE = Instant.parse("2026-05-01T12:00:00.123456789Z");

    @Test
    void itsBytesAreThoseThatStoredRowsWereSealedWith() {
        Secret secret = secret(new Labels(new SecretName("TOKEN"), new VariableName("T"), SecretKind.ENV, "d", List.of("a", "b"),
                Environment.STAGING, "github", new Account("W"), Instant.parse("2027-01-01T00:00:00Z"), Duration.ofDays(30)));

        assertThat(readable(secret)).isEqualTo("""
                [0000000d]secret row v2[00000006]user:u[000000]$sec_00000000000000000000000000000001\
                [00000000000000000000000000000001000000000000000000000006]active[000000000100000006]format\
                [0000000005]TOKEN[00000003]env[00000001]T[0100000007]staging[0100000006]github[0100000001]W\
                [0000000200000001]a[00000001]b[00000001]d[0100000014]2027-01-01T00:00:00Z[0100000006]PT720H""");
    }

    @Test
    void whatIsNotThereTakesOneByte() {
        Secret secret = secret(new Labels(new SecretName("TOKEN"), new VariableName("T"), SecretKind.ENV, "", List.of(), null, null, null,
                null, null));

        assertThat(readable(secret)).endsWith("[00000001]T[000000" + "00000000" + "00000000" + "0000]");
    }

    private static Secret secret(Labels labels) {
        var secret = Secret.register(new SecretId("sec_00000000000000000000000000000001"), Owner.parse("user:u"), labels, MADE);
        secret.findings = List.of("format");
        return secret;
    }

    /** Text as it is, the rest as bytes in brackets. */
    private static String readable(Secret secret) {
        var text = new StringBuilder();
        for (byte each : ReleaseStatement.of(secret))
            text.append(each >= ' ' ? new String(new byte[]{each}, US_ASCII) : "[" + HexFormat.of().toHexDigits(each) + "]");
        return text.toString().replace("][", "");
    }
}
