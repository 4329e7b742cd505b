package ai.igent.maestro.web;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.PageRequest;
import ai.igent.maestro.web.parameter.AnyParameters;
import ai.igent.maestro.web.problem.Failure;

/** A resource with one of everything the edge has to get right. */
@Path("/v1/edge")
public class EdgeResource {
    private final CallerIdentity caller;

    EdgeResource(CallerIdentity caller) {
        this.caller = caller;
    }

    public record Body(@NotNull @Size(max = 5) String text, int number, VariableName variable, SecretValue value) {}

    public record Item(SecretId id) {}

    static final class Taken extends Failure {
        private static final long serialVersionUID = 1;
    }

    @GET
    @Path("who")
    @RolesAllowed({Role.USER, Role.PLATFORM, Role.AGENT, Role.SANDBOX, Role.SANDBOX_INJECTOR})
    public Map<String, String> who() {
        Caller current = caller.current();
        String more = current instanceof Caller.Person person
                ? person.client() + " " + person.interactive() + " admin-of-acme=" + person.isAdminOf("acme")
                : "";
        return Map.of("kind", current.actor().kind().text(), "id", current.actor().id(), "more", more);
    }

    @POST
    @Path("users")
    @RolesAllowed(Role.USER)
    public Map<String, Object> users(@RestQuery String dry, @NotNull @Valid Body body) {
        return Map.of("number", body.number());
    }

    @GET
    @Path("things/{id}")
    @PermitAll
    public String thing(SecretId id) {
        return id.text();
    }

    @GET
    @Path("pages")
    @PermitAll
    public Map<String, Object> pages(@BeanParam PageRequest page) {
        return Map.of("limit", page.limit(), "cursor", page.cursor() == null ? "" : page.cursor().position());
    }

    @GET
    @Path("any")
    @PermitAll
    @AnyParameters
    public String any(@RestQuery String text) {
        return "whatever";
    }

    @POST
    @Path("numbers")
    @RolesAllowed(Role.USER)
    public int numbers(@NotNull Map<String, Integer> numbers) {
        return numbers.size();
    }

    @POST
    @Path("nothing")
    @RolesAllowed(Role.USER)
    public String nothing() {
        return "done";
    }

    @DELETE
    @Path("nothing")
    @RolesAllowed(Role.USER)
    public Uni<String> delete() {
        return Uni.createFrom().item("done");
    }

    @POST
    @Path("length")
    @RolesAllowed(Role.USER)
    public Uni<Integer> length(@Context HttpServerRequest request) {
        return MultiHelper.toMulti(request).map(Buffer::length).collect().with(Collectors.summingInt(each -> each));
    }

    @GET
    @Path("ticks")
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> ticks() {
        return Multi.createFrom().ticks().every(Duration.ofMillis(1)).onOverflow().drop().map(tick -> "x".repeat(10_000));
    }

    @GET
    @Path("breaks")
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> breaks() {
        return Multi.createBy().concatenating().streams(Multi.createFrom().item("first"),
                Multi.createFrom().failure(new IllegalStateException("a bug in a stream")));
    }

    @GET
    @Path("taken")
    @PermitAll
    public String taken() {
        throw new Taken();
    }

    @GET
    @Path("bug")
    @PermitAll
    public String bug() {
        throw new IllegalStateException("canary-in-a-message");
    }

    @GET
    @Path("away")
    @PermitAll
    public String away() {
        throw new IllegalStateException(new ConnectException("canary-in-a-message"));
    }

    @GET
    @Path("slip")
    @PermitAll
    public Map<String, SecretValue> slip() {
        return Map.of("value", SecretValue.of("canary-serialized-by-mistake"));
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "nobody said who may call this";
    }
}
