package ai.igent.maestro.session.activation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionStatus;

/** What is active in a session, while its lock is held. Changes are collected here and stored by {@link ActiveSets#store}. */
public final class ActiveSet {
    private final Session session;
    private final Instant now;
    private final List<Activation> active;
    private final List<Ended> ended = new ArrayList<>();
    private final List<Consent> given = new ArrayList<>();
    private SessionStatus over;

    record Ended(Activation activation, EndReason reason) {}

    /** Nothing that is due at {@code now} is part of the set, and nothing at all if its seal is broken: its user has to consent anew. */
    ActiveSet(Session session, List<Activation> notEnded, boolean sealHolds, Instant now) {
        this.session = session;
        this.now = now;
        this.active = new ArrayList<>(notEnded);
        if (session.isOpen() && !session.isActiveAt(now)) endSession(SessionStatus.EXPIRED);
        end(activation -> activation.isDueAt(now), EndReason.TIME_UP);
        if (!sealHolds) end(activation -> true, EndReason.SEAL_BROKEN);
    }

    /** Ends what {@code which} selects, and tells what that was. */
    public List<Activation> end(Predicate<Activation> which, EndReason reason) {
        List<Activation> leaving = active.stream().filter(which).toList();
        leaving.forEach(activation -> {
            activation.end(reason, now);
            ended.add(new Ended(activation, reason));
        });
        active.removeAll(leaving);
        return leaving;
    }

    /** Activates; consent given earlier for the same thing is replaced. The caller has made sure that the variable is free. */
    public void give(Consent consent) {
        end(activation -> activation.candidate().equals(consent.id()), EndReason.REPLACED);
        given.add(consent);
    }

    /** Ends the session and everything in it. {@code how} is ended or expired. */
    public void endSession(SessionStatus how) {
        over = how;
        session.end(how, now);
        end(activation -> true, how == SessionStatus.EXPIRED ? EndReason.SESSION_EXPIRED : EndReason.SESSION_ENDED);
    }

    boolean isChanged() {
        return over != null || !ended.isEmpty() || !given.isEmpty();
    }

    List<Ended> ended() {
        return ended;
    }

    List<Consent> given() {
        return given;
    }

    /** How the session ended while this lock was held, or null. */
    SessionStatus over() {
        return over;
    }

    void started(List<Activation> activations) {
        active.addAll(activations);
    }

    public Session session() {
        return session;
    }

    public Instant now() {
        return now;
    }

    public Stream<Activation> active() {
        return active.stream();
    }
}
