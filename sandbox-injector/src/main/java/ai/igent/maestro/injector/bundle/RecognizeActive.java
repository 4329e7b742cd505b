package ai.igent.maestro.injector.bundle;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import ai.igent.maestro.injector.recognition.Known;
import ai.igent.maestro.injector.recognition.Recognizer;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Gives what recognizes the values that are active in a session, and those that were until a while ago. Made once per build and kept with it. */
@ApplicationScoped
public class RecognizeActive {
    private static final int RETRIES = 2;

    private final FetchBundle fetch;
    private final RetiredValues retired;
    private final Clock clock;
    private final Vertx vertx;

    RecognizeActive(FetchBundle fetch, RetiredValues retired, Clock clock, Vertx vertx) {
        this.fetch = fetch;
        this.retired = retired;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Not held for the caller, who holds it while reading with it. Fails as a fetch would: what cannot be known cannot be masked. */
    public Uni<Recognizer> of(Caller.Sandbox sandbox) {
        return fetch.build(sandbox, Purpose.BUILD).chain(build -> recognizer(sandbox.session(), build))
                .onFailure(BundleFailure.ChangedMeanwhile.class).retry()
                .atMost(RETRIES);
    }

    /** Many values take a while to prepare, so that is not done on the thread that serves everybody, and no session waits for another's. */
    private Uni<Recognizer> recognizer(SessionId session, Build build) {
        Recognizer known = build.recognizer(clock.instant());
        return known != null ? Uni.createFrom().item(known) : vertx.executeBlocking(() -> make(session, build), false);
    }

    private Recognizer make(SessionId session, Build build) {
        List<Known> values = new ArrayList<>(build.read(clock.instant(), RecognizeActive::copies));
        try {
            Instant until = retired.nextForgotten(session);
            values.addAll(retired.copies(session));
            return build.keep(Recognizer.of(values), until, clock.instant());
        } finally {
            values.forEach(known -> known.value().close());
        }
    }

    private static List<Known> copies(Bundle bundle) {
        return bundle.delivered().stream().filter(each -> each.item().kind() != SecretKind.VARIABLE)
                .map(each -> new Known(each.variable(), SecretValue.ofUtf8(each.value().borrow(byte[]::clone)))).toList();
    }
}
