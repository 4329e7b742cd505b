package ai.igent.maestro.vault.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.idempotency.Attempts;
import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.vault.dotenv.DotenvText;
import ai.igent.maestro.vault.dotenv.Line;
import ai.igent.maestro.vault.naming.Proposal;
import ai.igent.maestro.vault.naming.ProposeLabels;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

import static java.nio.charset.StandardCharsets.UTF_8;

/** All the secrets of a file at once: see docs/reference/vault-service.md. */
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class ImportResource {
    static final String PATH = SecretResource.PATH + "/import";
    private static final int MOST = 1000;

    private final CallerIdentity identity;
    private final ImportSecrets importSecrets;
    private final Attempts attempts;
    private final ProposeLabels proposeLabels;

    ImportResource(CallerIdentity identity, ImportSecrets importSecrets, Attempts attempts, ProposeLabels proposeLabels) {
        this.identity = identity;
        this.importSecrets = importSecrets;
        this.attempts = attempts;
        this.proposeLabels = proposeLabels;
    }

    @POST
    @Consumes("text/x-dotenv")
    public Uni<ImportView> dotenv(@RestHeader("Idempotency-Key") String key, @Valid @BeanParam ImportQuery query, byte[] body) {
        return run(key, query, DotenvText.read(text(body)));
    }

    /** Names and values; a line is the place in the object. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ImportView> json(@RestHeader("Idempotency-Key") String key, @Valid @BeanParam ImportQuery query,
            @NotNull LinkedHashMap<String, SecretValue> body) {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, SecretValue> entry : body.entrySet())
            lines.add(line(lines.size() + 1, entry.getKey(), entry.getValue()));
        return run(key, query, lines);
    }

    private Uni<ImportView> run(String key, ImportQuery query, List<Line> lines) {
        if (lines.isEmpty() || lines.size() > MOST) throw new SecretFailure.Unfit("", "size", "must have 1 to 1000 names");
        var caller = identity.person();
        Access.newOwner(caller, query.organization);
        if (query.isDryRun()) return importSecrets.preview(lines, caller, query).map(done -> view(true, done, query));
        return attempts.of(key, caller, PATH, print -> fingerprint(print, query, lines))
                .chain(attempt -> importSecrets.of(lines, caller, query, attempt))
                .map(done -> view(false, done, query));
    }

    private ImportView view(boolean dryRun, List<ImportedLine> done, ImportQuery query) {
        return new ImportView(dryRun, done.stream().map(line -> new LineView(line, proposals(line, query))).toList());
    }

    /** What is stored already was described by its owner. */
    private List<Proposal> proposals(ImportedLine line, ImportQuery query) {
        if (line.outcome() != ImportedLine.Outcome.CREATED) return List.of();
        return proposeLabels.of(line.name().text(), new ProposeLabels.Known(null, query.account, query.environment(),
                new VariableName(line.name().text())));
    }

    private static Line line(int number, String name, SecretValue value) {
        return value == null ? new Line.Unfit(number, name, "invalid-value", "must not be null") : new Line.Assignment(number, name, value);
    }

    private static void fingerprint(Fingerprint print, ImportQuery query, List<Line> lines) {
        query.fingerprint(print);
        for (Line line : lines)
            switch (line) {
                case Line.Assignment assignment -> print.add(assignment.number()).add(assignment.name()).add(assignment.value());
                case Line.Unfit unfit -> print.add(unfit.number()).add(unfit.code());
            }
    }

    private static String text(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException notText) {
            throw new SecretFailure.Unfit("", "invalid", "must be UTF-8 text");
        }
    }

    record ImportView(boolean dryRun, List<LineView> items) {}

    record LineView(@JsonUnwrapped ImportedLine line, List<Proposal> proposals) {}
}
