package ai.igent.maestro.session.grant;

import io.opentelemetry.context.Context;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SessionId;

/** What one caller wants to know, with the trace that its record belongs to. */
record Question(SessionId session, Purpose purpose, Originator originator, Context trace) {}
