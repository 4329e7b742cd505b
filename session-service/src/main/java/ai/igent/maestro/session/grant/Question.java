package ai.igent.maestro.session.grant;

import io.opentelemetry.context.Context;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.internal.GrantQuestions;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.trace.TraceParent;

/** What one caller wants to know, with the trace that its record belongs to. */
record Question(SessionId session, Purpose purpose, Originator originator, Context trace) {
    static Question of(GrantQuestions.Question question, Originator originator) {
        return new Question(question.session(), question.purpose(), originator, TraceParent.context(question.traceparent()));
    }
}
