package ai.igent.maestro.session.retention;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** Has old rows deleted now, as a replica does from time to time. */
@ApplicationScoped
public class Sweep {
    private final ForgetOldRows forgetOldRows;
    private final RetentionConfig config;

    Sweep(ForgetOldRows forgetOldRows, RetentionConfig config) {
        this.forgetOldRows = forgetOldRows;
        this.config = config;
    }

    public void everything() {
        done(forgetOldRows::sessions);
        done(forgetOldRows::consents);
        done(forgetOldRows::requests);
        done(forgetOldRows::codes);
    }

    public void sessions() {
        done(forgetOldRows::sessions);
    }

    /** How many sessions one transaction deletes. */
    public int someSessions() {
        return done(() -> forgetOldRows.some(OldRows.SESSIONS, config.ended()));
    }

    private static <T> T done(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
