package ai.igent.maestro.audit.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jboss.resteasy.reactive.RestQuery;

import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.PrefixedId;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SessionId;

/** The query string of a question to the trail; a {@code @BeanParam}. {@code secret} takes a connection's id too. */
public class EventQuery {
    private static final Pattern ACTOR = Pattern.compile("[a-z]+:\\P{Cntrl}{1,200}");

    @RestQuery
    String type;

    @RestQuery
    String actor;

    @RestQuery
    String secret;

    @RestQuery
    String session;

    @RestQuery
    String owner;

    @RestQuery
    String outcome;

    @RestQuery
    String from;

    @RestQuery
    String to;

    /** @throws TrailFailure when a filter is not of its form */
    EventFilter filter() {
        return new EventFilter(parse("type", type, AuditType::parse), parse("actor", actor, EventQuery::actor),
                parse("secret", secret, EventQuery::secret), parse("session", session, SessionId::new), parse("owner", owner, Owner::parse),
                parse("outcome", outcome, Outcome::parse), parse("from", from, EventQuery::time), parse("to", to, EventQuery::time));
    }

    private static <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (InvalidWord refusal) {
            throw new TrailFailure.UnreadableFilter(name, refusal.reason());
        }
    }

    /** {@code kind:id}, for example {@code user:alice}. */
    private static Actor actor(String text) {
        if (!ACTOR.matcher(text).matches()) throw new InvalidWord("expected a kind of actor, a colon and its id");
        int colon = text.indexOf(':');
        return new Actor(ActorKind.parse(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static PrefixedId secret(String text) {
        return text.startsWith("con_") ? new ConnectionId(text) : new SecretId(text);
    }

    private static Instant time(String text) {
        try {
            return BoundedTime.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            throw new InvalidWord("expected a time such as 2026-01-31T12:00:00Z");
        }
    }
}
