package ai.igent.maestro.session.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;

import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Watches a session for one listener: how it stands first, then what changes. Ends with the session, and with the listener's token. */
@ApplicationScoped
class WatchSession {
    private final SessionStates states;
    private final Looks looks;
    private final Watched watched;
    private final EventsConfig config;
    private final Clock clock;

    WatchSession(SessionStates states, Looks looks, Watched watched, EventsConfig config, Clock clock) {
        this.states = states;
        this.looks = looks;
        this.watched = watched;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param before the id that came last on the listener's stream before this one, or null
     * @param tokenEnds when the listener's token does
     */
    Multi<News> of(SessionId session, Caller caller, String before, Instant tokenEnds) {
        return Multi.createFrom()
                .deferred(() -> watched.join(session) ? joined(session, caller, new Told(before), tokenEnds) : Multi.createFrom().empty());
    }

    private Multi<News> joined(SessionId session, Caller caller, Told told, Instant tokenEnds) {
        Multi<News> news = Multi.createBy().concatenating().streams(now(session), looks.of(session))
                .onItem().transformToMultiAndConcatenate(state -> Multi.createFrom().iterable(signals(state, told, caller)));
        Multi<News> alive = Multi.createFrom().ticks().startingAfter(config.heartbeat()).every(config.heartbeat()).onOverflow().drop()
                .map(tick -> News.of(new Signal.Alive()));
        return Multi.createBy().merging().streams(news, alive)
                .map(each -> tokenEnds.isAfter(clock.instant()) ? each : News.of(new Signal.Over()))
                .select().first(each -> !each.isOver())
                .onTermination().invoke(() -> watched.leave(session));
    }

    private Multi<SessionState> now(SessionId session) {
        return states.of(List.of(session)).toMulti().onItem().transformToIterable(found -> found.values());
    }

    private static List<News> signals(SessionState state, Told told, Caller caller) {
        return isRevoked(caller, state) ? List.of(News.of(new Signal.Over())) : told.news(state);
    }

    private static boolean isRevoked(Caller caller, SessionState state) {
        return caller instanceof Caller.Agent agent && agent.generation() != state.tokenGeneration();
    }
}
