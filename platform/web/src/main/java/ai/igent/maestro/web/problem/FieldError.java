package ai.igent.maestro.web.problem;

/** One field that is wrong. {@code field} is its path, {@code code} is stable, {@code detail} says what is expected and never what was sent. */
public record FieldError(String field, String code, String detail) {}
