package ai.igent.maestro.audit.trail;

import java.time.Instant;

import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.PrefixedId;
import ai.igent.maestro.vocabulary.SessionId;

/** What is asked for; null means all. {@code from} is inclusive, {@code to} exclusive. */
record EventFilter(AuditType type, Actor actor, PrefixedId secret, SessionId session, Owner owner, Outcome outcome, Instant from,
        Instant to) {}
