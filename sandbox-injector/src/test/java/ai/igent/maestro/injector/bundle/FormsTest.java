package ai.igent.maestro.injector.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

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

class FormsTest {
    private final Bundle bundle = new Bundle(SessionId.of(UUID.randomUUID()), 7,
            List.of(delivered(SecretKind.ENV, "A", "it's $5"), delivered(SecretKind.VARIABLE, "AWS_REGION", "us-east-1"),
                    delivered(SecretKind.FILE, "KUBECONFIG", "kind: x\n")),
            List.of(new Undelivered(item(SecretKind.ENV, "DEAD"), "compromised")), null, true);

    @Test
    void aShellUnsetsWhatItHasAndIsGoneAndLearnsWhatItHasNow() {
        String text = text(new ShellForm(Set.of(new VariableName("OLD"), new VariableName("A"), new VariableName("DEAD"))));

        assertThat(text).isEqualTo("""
                unset -v DEAD
                unset -v OLD
                export A='it'\\''s $5'
                export AWS_REGION='us-east-1'
                [ -z "${MAESTRO_FILES-}" ] || { (umask 077 && printf %s 'kind: x
                ' >"$MAESTRO_FILES/KUBECONFIG") && export KUBECONFIG="$MAESTRO_FILES/KUBECONFIG"; }
                export MAESTRO_REVISION=7
                export MAESTRO_VARIABLES='A,AWS_REGION,KUBECONFIG'
                export MAESTRO_UNAVAILABLE='DEAD=compromised'
                """);
    }

    @Test
    void dotenvQuotesOnceAndSaysWhatHasNoPlaceInIt() {
        assertThat(text(new DotenvForm())).isEqualTo("""
                A="it's \\$5"
                AWS_REGION='us-east-1'
                # KUBECONFIG is a file: fetch it as JSON or with maestro-env
                # DEAD is unavailable: compromised
                """);
    }

    @Test
    void theTagChangesWithVersionsAndNotWithValues() {
        Bundle sameVersions = new Bundle(bundle.session(), 7, bundle.delivered(), bundle.undelivered(), null, true);
        Delivered first = bundle.delivered().getFirst();
        Bundle newVersion = new Bundle(bundle.session(), 7, List.of(new Delivered(first.item(), 2, first.value(), null, null)), List.of(),
                null, true);

        assertThat(sameVersions.etag()).isEqualTo(bundle.etag());
        assertThat(newVersion.etag()).isNotEqualTo(bundle.etag()).startsWith("\"7-");
    }

    @Test
    void aClosedBundleHasNoValuesLeft() {
        bundle.close();

        assertThatThrownBy(() -> text(new DotenvForm())).isInstanceOf(IllegalStateException.class);
    }

    private String text(BundleForm form) {
        return new String(form.of(bundle), StandardCharsets.UTF_8);
    }

    private static Delivered delivered(SecretKind kind, String variable, String value) {
        return new Delivered(item(kind, variable), 1, SecretValue.of(value), null, null);
    }

    private static GrantItem item(SecretKind kind, String variable) {
        return new GrantItem(SecretId.of(UUID.randomUUID()).text(), Source.VAULT, Owner.user("alice"), 1, new VariableName(variable), kind,
                DeliveryMode.VALUE);
    }
}
