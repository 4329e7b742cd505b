package ai.igent.maestro.vault.verify;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.GuardedHttp;
import ai.igent.maestro.egress.OutgoingAnswer;
import ai.igent.maestro.egress.OutgoingCall;
import ai.igent.maestro.vault.catalog.Verification;
import ai.igent.maestro.vocabulary.SecretValue;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Asks AWS STS whose key it is (GetCallerIdentity, which every key may call), signed with the key. */
@ApplicationScoped
class TryAwsCallerIdentity {
    private static final String SERVICE = "sts";
    private static final String QUERY = "/?Action=GetCallerIdentity&Version=2011-06-15";
    private static final Set<String> REFUSALS = Set.of("InvalidClientTokenId", "SignatureDoesNotMatch", "UnrecognizedClientException",
            "IncompleteSignature", "InvalidAccessKeyId");
    private static final Set<String> EXPIRIES = Set.of("ExpiredToken", "ExpiredTokenException");
    /** What the signature covers, but for the host, which the connection sends by itself. */
    private static final String HOST = "host";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final GuardedHttp http;
    private final Clock clock;

    TryAwsCallerIdentity(GuardedHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    Uni<Verdict> of(Verification.AwsCallerIdentity how, URI base, Credentials credentials) {
        URI target = URI.create(base + QUERY);
        Map<String, SecretValue> headers = signed(how, target, identity(how, credentials));
        if (!headers.values().stream().allMatch(OutgoingCall::fitsAHeader)) return Uni.createFrom().item(Verdict.of(Explanation.MALFORMED));
        return http.call(new OutgoingCall(target, headers, Optional.empty()))
                .onTermination().invoke(() -> headers.values().forEach(SecretValue::close))
                .map(this::read);
    }

    private Map<String, SecretValue> signed(Verification.AwsCallerIdentity how, URI target, AwsCredentialsIdentity identity) {
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(target).build();
        var signed = signer.sign(sign -> sign.identity(identity).request(request)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, how.region())
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)).request();
        return signed.headers().entrySet().stream().filter(header -> !header.getKey().equalsIgnoreCase(HOST))
                .collect(Collectors.toMap(Map.Entry::getKey, header -> SecretValue.of(header.getValue().getFirst())));
    }

    private static AwsCredentialsIdentity identity(Verification.AwsCallerIdentity how, Credentials credentials) {
        String id = Credentials.read(credentials.get(how.accessKeyId()), String::strip);
        String secret = Credentials.read(credentials.get(how.secretAccessKey()), String::strip);
        return credentials.find(how.sessionToken())
                .<AwsCredentialsIdentity>map(
                        token -> AwsSessionCredentialsIdentity.create(id, secret, Credentials.read(token, String::strip)))
                .orElseGet(() -> AwsCredentialsIdentity.create(id, secret));
    }

    private Verdict read(OutgoingAnswer answer) {
        try (answer) {
            return ProviderText.object(answer).map(json -> answer.isSuccess() ? caller(json) : refusal(json, answer.status()))
                    .orElseGet(() -> Undecided.verdict(answer.status()));
        }
    }

    private Verdict caller(JsonNode json) {
        String arn = ProviderText.name(json, "/GetCallerIdentityResponse/GetCallerIdentityResult/Arn");
        return arn == null ? Verdict.of(Explanation.PUZZLING) : Verdict.accepted(arn, null, null, clock.instant());
    }

    private static Verdict refusal(JsonNode json, int status) {
        String code = json.at("/Error/Code").asText("");
        if (EXPIRIES.contains(code)) return Verdict.of(Explanation.EXPIRED_THERE);
        return REFUSALS.contains(code) ? Verdict.of(Explanation.REFUSED) : Undecided.verdict(status);
    }
}
