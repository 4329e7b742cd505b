package ai.igent.maestro.session.diagnosis;

import ai.igent.maestro.vocabulary.SessionId;

/** What helps: a sentence, with the call that does it ({@code POST /v1/...}), a page of the console, or both; each of the two may be null. */
record Remedy(String text, String call, String link) {
    static Remedy call(String text, String call) {
        return new Remedy(text, call, null);
    }

    static Remedy page(String text, String link) {
        return new Remedy(text, null, link);
    }

    static Remedy onTheTable(SessionId session, String text, String call) {
        return new Remedy(text, call, "/sessions/" + session + "/secrets");
    }
}
