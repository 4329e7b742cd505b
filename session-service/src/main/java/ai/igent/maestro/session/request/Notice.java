package ai.igent.maestro.session.request;

import ai.igent.maestro.session.phrase.Hint;

/** Something the person should know before deciding. {@code code} is stable, {@code detail} is for people. */
public record Notice(String code, String detail) {
    static Notice of(Hint hint) {
        return new Notice(hint.code(), hint.detail());
    }
}
