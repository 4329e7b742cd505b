package ai.igent.maestro.injector.bundle;

/** A bundle in the form in which it leaves. Not a record: its bytes hold values and are not to be printed. */
final class BundleCopy {
    private final String tag;
    private final byte[] bytes;

    BundleCopy(String tag, byte[] bytes) {
        this.tag = tag;
        this.bytes = bytes;
    }

    String tag() {
        return tag;
    }

    byte[] bytes() {
        return bytes;
    }
}
