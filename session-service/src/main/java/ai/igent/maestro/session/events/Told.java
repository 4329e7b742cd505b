package ai.igent.maestro.session.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one stream has told already. Called by one look at a time. */
final class Told {
    private final String before;
    private SessionState last;

    /** @param before the id of the state that its listener was told last by another stream, or whatever else it sent; null for none */
    Told(String before) {
        this.before = before;
    }

    /** What of {@code state} is new to this stream; everything the first time, unless its listener knows exactly this. */
    synchronized List<News> news(SessionState state) {
        StateId id = StateId.of(state);
        if (last == null && id.text().equals(before)) last = state;
        List<News> news = new ArrayList<>(News.completing(id, signals(state)));
        if (state.isOver()) news.add(News.of(new Signal.Over()));
        last = state;
        return news;
    }

    private List<Signal> signals(SessionState state) {
        List<Signal> news = new ArrayList<>();
        if (last == null || last.status() != state.status()) news.add(new Signal.Status(state.status()));
        if (last == null || last.revision() != state.revision()) news.add(new Signal.Revision(state.revision()));
        if (last == null || last.appliedRevision() != state.appliedRevision())
            news.add(new Signal.Applied(state.appliedRevision(), "applied"));
        if (state.failedRevision() > 0 && (last == null || last.failedRevision() != state.failedRevision()))
            news.add(new Signal.Applied(state.failedRevision(), "failed"));
        if (isNewRequest(state)) news.add(new Signal.Requested(state.request(), state.requestStatus()));
        if (isNewlyExpiring(state)) news.add(new Signal.Expiring(state.expiringAt(), state.expiring()));
        return news;
    }

    private boolean isNewRequest(SessionState state) {
        return state.request() != null && (last == null || !state.request().equals(last.request())
                || !Objects.equals(state.requestStatus(), last.requestStatus()));
    }

    /** What has ended since needs no word of its own: a revision tells that. */
    private boolean isNewlyExpiring(SessionState state) {
        return !state.expiring().isEmpty() && (last == null || !last.expiring().containsAll(state.expiring()));
    }
}
