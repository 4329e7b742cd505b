package ai.igent.maestro.web.problem;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

import ai.igent.maestro.vocabulary.InvalidWord;

/** The problem a failure is, for every edge: each feature maps its own failures, and what no feature foresaw is sorted and logged. */
@Singleton
public class FailureProblems {
    private final List<Problems<?>> features;
    private final UnexpectedFailures unexpected;

    FailureProblems(@All List<Problems<?>> features, UnexpectedFailures unexpected) {
        this.features = features;
        this.unexpected = unexpected;
    }

    public Problem of(Throwable failure) {
        return switch (failure) {
            case Failure foreseen -> ofFeature(foreseen);
            case InvalidWord refusal -> Problem.invalid("", "invalid", refusal.reason());
            case UnauthorizedException refusal -> Problem.unauthorized();
            case AuthenticationFailedException refusal -> unexpected.sortAuthentication(refusal);
            case ForbiddenException refusal -> Problem.forbidden();
            default -> unexpected.sort(failure);
        };
    }

    private Problem ofFeature(Failure failure) {
        for (Problems<?> feature : features)
            if (feature.failures().isInstance(failure)) return map(feature, failure);
        return unexpected.sort(failure);
    }

    private static <F extends Failure> Problem map(Problems<F> feature, Failure failure) {
        return feature.of(feature.failures().cast(failure));
    }
}
