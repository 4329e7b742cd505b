package ai.igent.maestro.session.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a session is called by: people read it in a line of a page or a terminal, which a control character could change. Null is none. */
@Size(max = 200)
@Pattern(regexp = "(?=\\s*+\\S)\\P{Cc}*+", message = "must be a line of text without control characters")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface OneLine {
    String message() default "must be a line of text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
