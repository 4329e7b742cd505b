package ai.igent.maestro.injector.recognition;

/** Where in the text a pattern stands: from the first byte to the one after the last, counted from the text's beginning. */
record Found(Find find, long from, long to) {
    boolean covers(Found other) {
        return from <= other.from && to >= other.to;
    }
}
