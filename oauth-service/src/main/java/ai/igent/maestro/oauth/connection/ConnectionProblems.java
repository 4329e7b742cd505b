package ai.igent.maestro.oauth.connection;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class ConnectionProblems implements Problems<ConnectionFailure> {
    @Override
    public Class<ConnectionFailure> failures() {
        return ConnectionFailure.class;
    }

    @Override
    public Problem of(ConnectionFailure failure) {
        return switch (failure) {
            case ConnectionFailure.NotFound f -> Problem.notFound();
            case ConnectionFailure.AdminsOnly f ->
                Problem.forbidden("organization-admin-required", "Only an admin of the organization may do that.");
            case ConnectionFailure.AnotherPersonAsked f ->
                Problem.forbidden("another-person-asked", "Only whoever asked for this authorization can give it; ask for it anew.");
            case ConnectionFailure.UnknownProvider f ->
                Problem.invalid("provider", "unknown-provider", "no such provider; GET /v1/providers lists them");
            case ConnectionFailure.UnknownScope f ->
                Problem.invalid("scopes", "unknown-scope", "the provider does not offer one of these; GET /v1/providers lists them");
            case ConnectionFailure.ProviderNotConfigured f ->
                Problem.conflict("provider-not-configured", "No client is registered at this provider yet.");
            case ConnectionFailure.Revoked f -> Problem.conflict("connection-revoked", "This connection was revoked; make a new one.");
            case ConnectionFailure.Stale f -> Problem.stale();
            case ConnectionFailure.SealBroken f ->
                Problem.conflict("seal-broken", "This connection was changed outside this service and is not used any more.");
        };
    }
}
