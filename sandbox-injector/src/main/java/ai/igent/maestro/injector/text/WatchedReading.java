package ai.igent.maestro.injector.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import ai.igent.maestro.injector.recognition.Reading;
import ai.igent.maestro.injector.recognition.Recognizer;
import ai.igent.maestro.injector.recognition.Sink;
import ai.igent.maestro.injector.session.SessionFailure;

/** A reading and the recognizer it is done with, which it holds. */
final class WatchedReading {
    private Recognizer recognizer;
    private Reading reading;
    private Instant checkedAt;
    private boolean over;

    /** @throws IllegalStateException when the recognizer was wiped meanwhile */
    WatchedReading(Recognizer recognizer, Sink sink, Instant now) {
        if (!recognizer.tryHold()) throw new IllegalStateException("the recognizer was wiped");
        this.recognizer = recognizer;
        this.reading = recognizer.reading(sink);
        this.checkedAt = now;
    }

    synchronized void take(Step step, Instant now, Duration longestUnchecked) {
        if (over) return;
        switch (step) {
            case Step.Piece piece -> read(piece.bytes());
            case Step.Checked checked -> goOnWith(checked.recognizer(), now);
            case Step.Unchecked unchecked -> requireRecent(now, longestUnchecked);
            case Step.End end -> reading.end();
            case Step.Over nothing -> letGo();
        }
    }

    /** Also when the text is broken off. */
    synchronized void letGo() {
        if (over) return;
        over = true;
        reading.forget();
        recognizer.letGo();
    }

    private void read(byte[] bytes) {
        reading.read(bytes, 0, bytes.length);
        Arrays.fill(bytes, (byte) 0);
    }

    /** One that is over by now was followed by another, which the next check brings. */
    private void goOnWith(Recognizer other, Instant now) {
        if (other != recognizer && !other.tryHold()) return;
        checkedAt = now;
        if (other == recognizer) return;
        Recognizer before = recognizer;
        recognizer = other;
        reading = other.take(reading);
        before.letGo();
    }

    private void requireRecent(Instant now, Duration longestUnchecked) {
        if (now.isAfter(checkedAt.plus(longestUnchecked))) throw new SessionFailure.Away();
    }
}
