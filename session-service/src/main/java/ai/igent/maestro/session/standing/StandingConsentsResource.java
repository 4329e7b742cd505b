package ai.igent.maestro.session.standing;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.idempotency.Attempts;
import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.membership.Confirmer;
import ai.igent.maestro.session.session.OneLine;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** The caller's consents in advance: giving and listing them. */
@Path(StandingConsentsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
public class StandingConsentsResource {
    static final String PATH = "/v1/standing-consents";

    private final GiveConsent giveConsent;
    private final StandingConsentRepository consents;
    private final Attempts attempts;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final Clock clock;

    StandingConsentsResource(GiveConsent giveConsent, StandingConsentRepository consents, Attempts attempts, CallerIdentity identity,
            CurrentOriginator originator, Clock clock) {
        this.giveConsent = giveConsent;
        this.consents = consents;
        this.attempts = attempts;
        this.identity = identity;
        this.originator = originator;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<StandingConsentView>> give(@RestHeader("Idempotency-Key") String key, @Valid @NotNull Give body) {
        var confirmer = new Confirmer(identity.person(), identity.tokenIssuedAt());
        var wish = body.wish();
        var by = originator.get();
        return attempts.of(key, confirmer.person(), PATH, body::fingerprint)
                .chain(attempt -> giveConsent.of(wish, confirmer, attempt, by))
                .map(this::created);
    }

    @GET
    public Uni<Page<StandingConsentView>> list(@RestQuery @Size(max = 200) String agent, @BeanParam PageRequest page) {
        String before = page.cursor() == null ? null : page.cursor().position();
        return consents.list(identity.person().subject(), agent, before, page.limit() + 1)
                .map(found -> Page.of(found, page.limit(), consent -> consent.id().text()).map(this::view));
    }

    private StandingConsentView view(StandingConsent consent) {
        return StandingConsentView.of(consent, clock.instant());
    }

    private RestResponse<StandingConsentView> created(StandingConsent consent) {
        return ResponseBuilder.<StandingConsentView>created(URI.create(PATH + "/" + consent.id())).entity(view(consent)).build();
    }

    record Give(@NotNull @OneLine String agent,
            @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}\\s:]+") String organization,
            @NotNull @Size(min = 1, max = 100) List<@NotNull CandidateId> activate,
            @Size(max = 100) Map<CandidateId, @NotNull VariableName> variables, Duration duration, @NotNull Instant until) {
        NewConsent wish() {
            return new NewConsent(agent, organization, activate, variables, duration, until);
        }

        void fingerprint(Fingerprint print) {
            print.add(agent).add(organization).add(activate).add(sortedVariables()).add(duration).add(until);
        }

        /** Members of a JSON object have no order. */
        private List<String> sortedVariables() {
            return variables == null ? null : variables.entrySet().stream().map(Object::toString).sorted().toList();
        }
    }
}
