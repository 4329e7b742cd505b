package ai.igent.maestro.console.signin;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** Without the issuer nobody new can sign in. Asks as any client does: quarkus-oidc's own check sends HEAD, which not every issuer answers. */
@Readiness
@ApplicationScoped
class IssuerReadiness implements AsyncHealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client;
    private final String discovery;

    IssuerReadiness(Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.client = vertx.createHttpClient();
        this.discovery = issuer + "/.well-known/openid-configuration";
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        Future<Boolean> answers = client
                .request(new RequestOptions().setAbsoluteURI(discovery).setTimeout(PATIENCE.toMillis()))
                .compose(request -> request.send().compose(IssuerReadiness::isOk))
                .otherwise(false);
        return UniHelper.toUni(answers).map(up -> HealthCheckResponse.named("issuer").status(up).build());
    }

    private static Future<Boolean> isOk(HttpClientResponse response) {
        return response.body().map(read -> response.statusCode() == OK);
    }
}
