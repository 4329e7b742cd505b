package ai.igent.maestro.session.deactivation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.phrase.Hint;
import ai.igent.maestro.session.phrase.Phrase;
import ai.igent.maestro.session.report.AwaitApplied;
import ai.igent.maestro.session.report.DeliveryStatus;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** Deactivates at once, then waits up to two seconds for the sandbox to hear of it. */
@Path("/v1/sessions/{id}/deactivations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeactivationResource {
    private final Deactivate deactivate;
    private final AwaitApplied awaitApplied;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;

    DeactivationResource(Deactivate deactivate, AwaitApplied awaitApplied, CallerIdentity identity, CurrentOriginator originator) {
        this.deactivate = deactivate;
        this.awaitApplied = awaitApplied;
        this.identity = identity;
        this.originator = originator;
    }

    @POST
    @RolesAllowed({Role.USER, Role.AGENT})
    public Uni<Answer> deactivate(@RestPath SessionId id, @Valid @NotNull Deactivation body) {
        return deactivate.of(id, identity.current(), body.what(), originator.get())
                .chain(done -> awaitApplied.of(id, done.revision()).map(status -> Answer.of(done, status)));
    }

    record Deactivation(@Size(min = 1, max = 200) Set<@NotNull CandidateId> ids, Phrase phrase, Boolean all) {
        What what() {
            long forms = Stream.of(ids, phrase, all).filter(Objects::nonNull).count();
            if (forms != 1 || Boolean.FALSE.equals(all)) throw new InvalidWord("give exactly one of ids, phrase and all:true");
            if (ids != null) return new What.Ids(ids);
            return phrase != null ? new What.Spoken(phrase) : new What.Everything();
        }
    }

    record Answer(long revision, DeliveryStatus status, List<Item> deactivated, List<Warning> warnings) {
        static Answer of(Deactivate.Deactivated done, DeliveryStatus status) {
            return new Answer(done.revision(), status, done.ended().stream().map(Item::of).toList(),
                    done.warnings().stream().map(Warning::of).toList());
        }

        record Warning(String code, String detail) {
            static Warning of(Hint hint) {
                return new Warning(hint.code(), hint.detail());
            }
        }

        record Item(CandidateId id, String name, VariableName variable) {
            static Item of(Activation ended) {
                return new Item(ended.candidate(), ended.name(), ended.variable());
            }
        }
    }
}
