package ai.igent.maestro.vocabulary;

import java.security.SecureRandom;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.fasterxml.uuid.Generators;

/** The one place where the real clock, ids and randomness enter; everything else has them injected. */
@ApplicationScoped
class AmbientSources {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    IdSource ids() {
        return Generators.timeBasedEpochGenerator()::generate;
    }

    @Produces
    @Singleton
    SecureRandom randomness() {
        return new SecureRandom();
    }
}
