package ai.igent.maestro.injector.bundle;

/** A form in which a bundle leaves: a copy of everything in it, made while the bundle is held. */
interface BundleForm {
    byte[] of(Bundle bundle);

    /** Whether it is the same for everybody, so that it need not be made for each. */
    default boolean isShared() {
        return false;
    }
}
