package ai.igent.maestro.web.problem;

/** Knows the exceptions by which one kind of dependency shows that it is away. Beans of this type turn those into 503 instead of 500. */
public interface Unavailability {
    /** {@code cause} is one link of the chain of causes; the chain is walked by the caller. */
    boolean isShownBy(Throwable cause);
}
