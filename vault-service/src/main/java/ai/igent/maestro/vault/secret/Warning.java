package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ai.igent.maestro.vault.catalog.Finding;

/** Something about a secret its owner should look at. {@code code} is stable, {@code detail} is for people. */
public record Warning(String code, String detail) {
    private static final Duration SOON = Duration.ofDays(7);

    public static List<Warning> of(Secret secret, Instant now) {
        return of(secret.findings(), secret.status(now), secret.labels().expiresAt(), secret.rotationDueAt().orElse(null), now);
    }

    /** {@code status} is the one of {@code now}; {@code expiresAt} and {@code rotationDueAt} may be null. */
    static List<Warning> of(List<Finding> findings, Status status, Instant expiresAt, Instant rotationDueAt, Instant now) {
        boolean endsSoon = expiresAt != null && status == Status.ACTIVE && now.isAfter(expiresAt.minus(SOON));
        boolean isDue = rotationDueAt != null && !now.isBefore(rotationDueAt);
        if (findings.isEmpty() && !endsSoon && !isDue) return List.of();
        List<Warning> warnings = new ArrayList<>();
        findings.forEach(finding -> warnings.add(new Warning(finding.text(), finding.detail())));
        if (endsSoon) warnings.add(new Warning("expires-soon", "The secret expires within seven days."));
        if (isDue) warnings.add(new Warning("rotation-due", "A new value is due."));
        return warnings;
    }
}
