package ai.igent.maestro.injector.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What session-service says without evaluating anything: enough to notice that something is new, not enough to hand anything out. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SessionState(long revision, long tokenGeneration) {}
