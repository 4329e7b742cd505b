package ai.igent.maestro.session.activation;

import java.time.Instant;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * What a person agreed to for one thing. {@code integration}, {@code account} and {@code environment} may be null, and so is
 * {@code inAdvance}, the standing consent it came from, when it was given for this session.
 */
public record Consent(CandidateId id, Owner owner, String name, VariableName variable, SecretKind kind, DeliveryMode mode,
        String integration, String account, Environment environment, long epoch, String confirmedBy, ConsentId inAdvance,
        Instant activeUntil) {}
