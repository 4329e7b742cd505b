package ai.igent.maestro.injector.text;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.bundle.RecognizeActive;
import ai.igent.maestro.injector.recognition.Sink;
import ai.igent.maestro.injector.session.SessionFailure;
import ai.igent.maestro.web.identity.Caller;

/**
 * Reads a text for a sandbox, of any length. Before it begins, and regularly while it goes on, the token is checked and what is active is asked anew.
 *
 * <p>When session-service or an owner cannot be asked on the way, the text is read on with what is known: that hides values and gives none. After ten
 * minutes that is over too.
 */
@ApplicationScoped
public class ReadText {
    private static final int PIECES_AT_ONCE = 16;
    private static final int RETRIES = 3;

    private final RecognizeActive recognize;
    private final TextConfig config;
    private final Clock clock;

    ReadText(RecognizeActive recognize, TextConfig config, Clock clock) {
        this.recognize = recognize;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The sink, each time it may have been told something, and a last time when it has been told all. Fails before the first piece is asked for, as a
     * fetch would, and on the way when the token counts no more.
     *
     * @param pieces asked for as they can be read; the bytes become the reading's
     */
    public <S extends Sink> Uni<Multi<S>> of(Caller.Sandbox sandbox, Multi<byte[]> pieces, S sink) {
        return begin(sandbox, sink).map(reading -> steps(sandbox, pieces).onItem().invoke(step -> take(reading, step)).select()
                .first(step -> !(step instanceof Step.Over)).map(step -> sink).onTermination().invoke(reading::letGo));
    }

    /** A recognizer can be over before it is held: then there is a newer one. */
    private Uni<WatchedReading> begin(Caller.Sandbox sandbox, Sink sink) {
        return recognize.of(sandbox).map(recognizer -> new WatchedReading(recognizer, sink, clock.instant()))
                .onFailure(IllegalStateException.class).retry().atMost(RETRIES);
    }

    private void take(WatchedReading reading, Step step) {
        reading.take(step, clock.instant(), config.longestUnchecked());
    }

    private Multi<Step> steps(Caller.Sandbox sandbox, Multi<byte[]> pieces) {
        Multi<Step> text = pieces.map(Step.Piece::new);
        Multi<Step> end = Multi.createFrom().items(new Step.End(), new Step.Over());
        return Multi.createBy().merging().withRequests(PIECES_AT_ONCE)
                .streams(Multi.createBy().concatenating().streams(text, end), checks(sandbox));
    }

    private Multi<Step> checks(Caller.Sandbox sandbox) {
        Duration every = config.checkEvery();
        return Multi.createFrom().ticks().startingAfter(every).every(every).onOverflow().drop().onItem()
                .transformToUniAndConcatenate(tick -> check(sandbox));
    }

    private Uni<Step> check(Caller.Sandbox sandbox) {
        return recognize.of(sandbox).<Step>map(Step.Checked::new).onFailure(ReadText::isAway).recoverWithItem(new Step.Unchecked());
    }

    private static boolean isAway(Throwable failure) {
        return !(failure instanceof SessionFailure.Unknown) && !(failure instanceof SessionFailure.TokenRevoked);
    }
}
