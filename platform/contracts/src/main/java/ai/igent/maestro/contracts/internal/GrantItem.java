package ai.igent.maestro.contracts.internal;

import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/** One active thing, as the confirmation pinned it. */
public record GrantItem(String id, Source source, Owner owner, long epoch, VariableName variable, SecretKind kind, DeliveryMode mode) {}
