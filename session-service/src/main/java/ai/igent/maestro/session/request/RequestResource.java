package ai.igent.maestro.session.request;

import java.net.URI;
import java.time.Clock;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.session.membership.Confirmer;
import ai.igent.maestro.session.report.AwaitApplied;
import ai.igent.maestro.session.report.DeliveryStatus;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** One request: reading it, and the person's decision. */
@Path("/v1/activation-requests/{id}")
@Produces(MediaType.APPLICATION_JSON)
@ConfirmationShown
public class RequestResource {
    private final RequestRepository requests;
    private final ConfirmRequest confirmRequest;
    private final DenyRequest denyRequest;
    private final AwaitApplied awaitApplied;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final Clock clock;

    RequestResource(RequestRepository requests, ConfirmRequest confirmRequest, DenyRequest denyRequest, AwaitApplied awaitApplied,
            CallerIdentity identity, CurrentOriginator originator, Clock clock) {
        this.requests = requests;
        this.confirmRequest = confirmRequest;
        this.denyRequest = denyRequest;
        this.awaitApplied = awaitApplied;
        this.identity = identity;
        this.originator = originator;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Role.USER, Role.AGENT})
    public Uni<RequestView> read(@RestPath RequestId id) {
        Caller caller = identity.current();
        return requests.require(id, caller).map(request -> RequestView.of(request, caller, clock.instant()));
    }

    /** Waits up to two seconds for a sandbox to have it. */
    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.USER)
    public Uni<RestResponse<Delivery>> confirm(@RestPath RequestId id, @Valid @NotNull Confirm body) {
        return confirmRequest.of(id, new Confirmer(identity.person(), identity.tokenIssuedAt()), body.confirmation(), originator.get())
                .chain(confirmed -> awaitApplied.of(confirmed.session(), confirmed.revision())
                        .map(status -> answer(confirmed, status)));
    }

    @POST
    @Path("/deny")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.USER)
    public Uni<RequestView> deny(@RestPath RequestId id, @Valid Deny body) {
        Caller.Person person = identity.person();
        return denyRequest.of(id, person, body == null ? null : body.reason(), originator.get())
                .map(request -> RequestView.of(request, person, clock.instant()));
    }

    private static RestResponse<Delivery> answer(ConfirmRequest.Confirmed confirmed, DeliveryStatus status) {
        var delivery = new Delivery(confirmed.revision(), status);
        return switch (status) {
            case APPLIED -> ResponseBuilder.ok(delivery).build();
            case PENDING -> ResponseBuilder.<Delivery>accepted().entity(delivery)
                    .location(URI.create("/v1/sessions/" + confirmed.session())).build();
        };
    }

    record Confirm(@NotNull @Size(max = 100) String nonce, @NotNull @Size(max = 100) String setHash,
            Set<@NotNull Acknowledgement> acknowledge) {
        Confirmation confirmation() {
            return new Confirmation(nonce, setHash, acknowledge == null ? Set.of() : acknowledge);
        }
    }

    record Deny(@Size(max = 500) @Pattern(regexp = "[^\\x00]*") String reason) {}
}
