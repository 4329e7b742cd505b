package ai.igent.maestro.console.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A test against the running console with an issuer and services around it. */
@QuarkusTest
@WithTestResource(SignInServer.class)
@WithTestResource(Services.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConsoleTest {
}
