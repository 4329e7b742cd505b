package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Something about a secret its owner should look at. {@code code} is stable, {@code detail} is for people. */
public record Warning(String code, String detail) {
    private static final Duration SOON = Duration.ofDays(7);

    public static List<Warning> of(Secret secret, Instant now) {
        List<Warning> warnings = new ArrayList<>();
        Instant expiresAt = secret.labels().expiresAt();
        secret.findings().forEach(finding -> warnings.add(new Warning(finding.text(), finding.detail())));
        if (expiresAt != null && secret.status(now) == Status.ACTIVE && now.isAfter(expiresAt.minus(SOON)))
            warnings.add(new Warning("expires-soon", "The secret expires within seven days."));
        if (secret.rotationDueAt().filter(due -> !now.isBefore(due)).isPresent())
            warnings.add(new Warning("rotation-due", "A new value is due."));
        return warnings;
    }
}
