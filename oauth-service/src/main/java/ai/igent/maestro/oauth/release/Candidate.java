package ai.igent.maestro.oauth.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.token.TokenSet;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Owner;

/** Something a grant names, with what is stored of it, if anything. */
record Candidate(GrantItem item, Optional<Connection> connection, Optional<TokenSet> tokens) {
    /** A token that ends sooner is not handed out: it would end in the middle of somebody's work. */
    static final Duration LEAST_LIFE = Duration.ofMinutes(2);

    /** The data keys needed to judge and open it. */
    Set<DataKeyId> dataKeys() {
        return Stream.concat(connection.map(Connection::releaseKey).stream(), tokens.map(TokenSet::dataKey).stream())
                .collect(Collectors.toSet());
    }

    /** That its token was asked for, on record: by the grant's session, under the owner the grant names. */
    Happening asked(GrantClaims grant) {
        var subject = connection.filter(found -> isWithin(grant)).map(Connection::asSubject)
                .orElseGet(() -> new AuditRecord.Subject("connection", item.id(), null));
        return Happening.success(AuditType.TOKEN_RELEASED, subject, grant.session(), item.owner());
    }

    /** What speaks against a release, as far as the rows themselves tell. */
    Optional<Withheld> objection(GrantClaims grant, Instant now) {
        if (connection.isEmpty() || !isWithin(grant)) return Optional.of(Withheld.NOT_FOUND);
        return switch (connection.get().statusAt(now)) {
            case PENDING -> Optional.of(Withheld.PENDING);
            case REVOKED -> Optional.of(Withheld.REVOKED);
            case REAUTHORIZATION_REQUIRED -> Optional.of(Withheld.REAUTHORIZATION_REQUIRED);
            case CONNECTED, REFRESHING, DEGRADED -> objectionToTokens(now);
        };
    }

    /** The connection is whose the grant says, and that is the session's user or organization. */
    private boolean isWithin(GrantClaims grant) {
        Owner owner = connection.orElseThrow().owner();
        boolean ofSession = owner.equals(Owner.user(grant.user()))
                || grant.organization() != null && owner.equals(Owner.organization(grant.organization()));
        return ofSession && owner.equals(item.owner());
    }

    private Optional<Withheld> objectionToTokens(Instant now) {
        if (connection.orElseThrow().epoch() != item.epoch()) return Optional.of(Withheld.EPOCH_CHANGED);
        if (tokens.isEmpty() || tokens.get().generation() != connection.get().generation()) return Optional.of(Withheld.SEAL_BROKEN);
        return isEnding(now) ? Optional.of(Withheld.TOKEN_EXPIRING) : Optional.empty();
    }

    /** Whether a refresh would make a release possible. */
    boolean wantsRefresh(GrantClaims grant, Instant now) {
        return connection.filter(Connection::isRefreshable).isPresent()
                && objection(grant, now).filter(Withheld.TOKEN_EXPIRING::equals).isPresent();
    }

    private boolean isEnding(Instant now) {
        return connection.flatMap(Connection::expiresAt).filter(end -> end.isBefore(now.plus(LEAST_LIFE))).isPresent();
    }
}
