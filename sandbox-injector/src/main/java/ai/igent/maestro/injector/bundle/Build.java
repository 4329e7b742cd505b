package ai.igent.maestro.injector.bundle;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.recognition.Recognizer;
import ai.igent.maestro.injector.session.HeldSet;

/**
 * The making of one revision's bundle, and then its life.
 *
 * <pre>
 * in the making --- made ---> live --- time is up, or something in it changed ---> over (wiped)
 *        `------ something in it changed, or the making failed ---------------------^
 * </pre>
 *
 * Whoever reads holds the lock, so a bundle is never wiped under a reader; readers therefore only copy.
 */
final class Build {
    private final long revision;
    private final List<GrantItem> items;
    private Uni<Build> made;
    private final Consumer<Bundle> leave;
    private Bundle bundle;
    private byte[] shared;
    private boolean asked;
    private Recognizer recognizer;
    private Instant recognizerUntil;
    private String tag;
    private Instant until;
    private boolean over;
    private boolean reported;

    /**
     * @param making starts when somebody first waits for {@link #made()}, and is then shared
     * @param life says when a bundle made is over
     * @param leave takes over a bundle that was made, when its build is over, and sees to it that it is wiped
     */
    Build(GrantAnswer answer, Uni<Bundle> making, Function<Bundle, Instant> life, Consumer<Bundle> leave) {
        revision = answer.revision();
        items = answer.items();
        this.leave = leave;
        made = making.map(bundle -> live(bundle, life.apply(bundle))).onFailure().invoke(this::end).memoize().indefinitely();
    }

    /** This build, live. Fails as the making did, or with {@link BundleFailure.ChangedMeanwhile} when it ended before it was made. */
    synchronized Uni<Build> made() {
        return made;
    }

    /** Whether this is what the answer speaks of: the same revision with the same content. */
    boolean isOf(GrantAnswer answer) {
        return revision == answer.revision() && items.equals(answer.items());
    }

    boolean holds(String id) {
        return items.stream().anyMatch(item -> item.id().equals(id));
    }

    long revision() {
        return revision;
    }

    HeldSet set() {
        return new HeldSet(revision, items);
    }

    /** Also while it is in the making. */
    synchronized boolean isOver(Instant now) {
        return over || until != null && !now.isBefore(until);
    }

    synchronized boolean isLive(Instant now) {
        return bundle != null && !isOver(now);
    }

    /** The bundle's tag; null before it is made. */
    synchronized String tag() {
        return tag;
    }

    /** Copies from the bundle what {@code copy} needs. Fails when the build is not live at {@code now}. */
    synchronized <T> T read(Instant now, Function<Bundle, T> copy) {
        if (!isLive(now)) throw new BundleFailure.ChangedMeanwhile();
        return copy.apply(bundle);
    }

    /**
     * A copy of the bundle in this form. Fails when the build is not live at {@code now}. Most builds are asked for it once, so it is kept for further
     * ones only from the second on.
     */
    synchronized byte[] in(BundleForm form, Instant now) {
        if (!form.isShared()) return read(now, form::of);
        if (shared != null) return read(now, live -> shared.clone());
        byte[] made = read(now, form::of);
        if (asked) shared = made.clone();
        asked = true;
        return made;
    }

    /** Ends it and gives up what it holds. Doing so twice is harmless. */
    synchronized void end() {
        if (recognizer != null) recognizer.letGo();
        if (bundle != null && !over) leave.accept(bundle);
        if (shared != null) Arrays.fill(shared, (byte) 0);
        recognizer = null;
        over = true;
    }

    /** What recognizes the bundle's values and those of before; null when it has to be made. Whoever uses it holds it. */
    synchronized Recognizer recognizer(Instant now) {
        return recognizer != null && now.isBefore(recognizerUntil) ? recognizer : null;
    }

    /** Takes over a recognizer, good until then. Fails when the build is not live at {@code now}. */
    synchronized Recognizer keep(Recognizer made, Instant until, Instant now) {
        if (!isLive(now)) {
            made.letGo();
            throw new BundleFailure.ChangedMeanwhile();
        }
        if (recognizer != null) recognizer.letGo();
        recognizer = made;
        recognizerUntil = until;
        return made;
    }

    /** True for the first who asks: that one reports. */
    synchronized boolean claimReport() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    /** After a report that did not get through, so that the next delivery reports again. */
    synchronized void returnReport() {
        reported = false;
    }

    private synchronized Build live(Bundle made, Instant until) {
        this.until = until;
        if (over) {
            made.close();
            throw new BundleFailure.ChangedMeanwhile();
        }
        bundle = made;
        tag = made.etag();
        this.made = Uni.createFrom().item(this); // the making holds on to the calls it took
        return this;
    }
}
