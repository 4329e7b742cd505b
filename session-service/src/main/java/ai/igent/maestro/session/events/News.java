package ai.igent.maestro.session.events;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing a stream says.
 *
 * @param state the state that has been told in full with this; null when there is more to tell of it, and where it tells no state
 */
record News(Signal signal, StateId state) {
    static News of(Signal signal) {
        return new News(signal, null);
    }

    /** The last of these completes {@code state}. */
    static List<News> completing(StateId state, List<Signal> signals) {
        List<News> news = new ArrayList<>(signals.stream().map(News::of).toList());
        if (!news.isEmpty()) news.set(news.size() - 1, new News(signals.getLast(), state));
        return news;
    }

    boolean isOver() {
        return signal instanceof Signal.Over;
    }
}
