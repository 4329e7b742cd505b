package ai.igent.maestro.session.session;

import ai.igent.maestro.envelope.DataKeyId;

/** What authenticates a session's active set: a MAC, and the data key it was made under. */
public record SetSeal(DataKeyId key, byte[] mac) {}
