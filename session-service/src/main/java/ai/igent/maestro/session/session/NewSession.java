package ai.igent.maestro.session.session;

import java.time.Duration;

import ai.igent.maestro.vocabulary.Environment;

/** What the platform wishes for. All but {@code user} and {@code expiresIn} may be null. */
public record NewSession(String user, String organization, String title, String agent, Environment environment, Duration expiresIn) {}
