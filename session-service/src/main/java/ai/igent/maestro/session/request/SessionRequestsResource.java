package ai.igent.maestro.session.request;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.idempotency.Attempts;
import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.phrase.Phrase;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** The requests of one session: making and listing them. */
@Path("/v1/sessions/{id}/activation-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.USER, Role.AGENT})
@ConfirmationShown
public class SessionRequestsResource {
    private final RequestActivation requestActivation;
    private final ListRequests listRequests;
    private final Attempts attempts;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final Clock clock;

    SessionRequestsResource(RequestActivation requestActivation, ListRequests listRequests, Attempts attempts,
            CallerIdentity identity, CurrentOriginator originator, Clock clock) {
        this.requestActivation = requestActivation;
        this.listRequests = listRequests;
        this.attempts = attempts;
        this.identity = identity;
        this.originator = originator;
        this.clock = clock;
    }

    @POST
    public Uni<RestResponse<RequestView>> request(@RestPath SessionId id, @RestHeader("Idempotency-Key") String key,
            @Valid @NotNull NewRequest body) {
        Caller caller = identity.current();
        Wish wish = body.wish();
        var by = originator.get();
        var asker = new ActivationRequest.Asker(caller.actor(), body.phrase(), body.reason());
        return attempts.of(key, caller, SessionService.OWNER, path(id), body::fingerprint)
                .chain(attempt -> requestActivation.of(id, caller, wish, asker, attempt, by))
                .map(request -> created(view(request, caller)));
    }

    @GET
    public Uni<Page<RequestView>> list(@RestPath SessionId id, @BeanParam PageRequest page) {
        Caller caller = identity.current();
        return listRequests.of(id, caller, page).map(found -> found.map(request -> view(request, caller)));
    }

    static String path(SessionId id) {
        return "/v1/sessions/" + id.text() + "/activation-requests";
    }

    private RequestView view(ActivationRequest request, Caller caller) {
        return RequestView.of(request, caller, clock.instant());
    }

    private static RestResponse<RequestView> created(RequestView view) {
        return ResponseBuilder.<RequestView>created(URI.create("/v1/activation-requests/" + view.id())).entity(view).build();
    }

    record NewRequest(Phrase phrase, @Size(max = 100) List<@NotNull CandidateId> activate,
            @Size(max = 100) List<@NotNull CandidateId> deactivate,
            @Size(max = 100) Map<CandidateId, @NotNull VariableName> variables, Duration duration,
            @Size(max = 500) @Pattern(regexp = "[^\\x00]*") String reason) {
        Wish wish() {
            boolean ids = activate != null || deactivate != null || variables != null;
            if (phrase != null && !ids) return new Wish.ByPhrase(phrase, duration);
            if (phrase != null || isEmpty(activate) && isEmpty(deactivate))
                throw new InvalidWord("give either a phrase, or ids to activate or deactivate");
            return new Wish.ByIds(orEmpty(activate), orEmpty(deactivate), variables == null ? Map.of() : variables, duration);
        }

        void fingerprint(Fingerprint print) {
            print.add(phrase == null ? null : phrase.text()).add(activate).add(deactivate).add(sortedVariables()).add(duration)
                    .add(reason);
        }

        /** Members of a JSON object have no order. */
        private List<String> sortedVariables() {
            return variables == null ? null : variables.entrySet().stream().map(Object::toString).sorted().toList();
        }

        private static boolean isEmpty(List<CandidateId> ids) {
            return ids == null || ids.isEmpty();
        }

        private static List<CandidateId> orEmpty(List<CandidateId> ids) {
            return ids == null ? List.of() : ids;
        }
    }
}
