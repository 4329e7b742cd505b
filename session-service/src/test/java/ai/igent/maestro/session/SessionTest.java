package ai.igent.maestro.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.test.RealServers;

/** A test against the running service with a real PostgreSQL, a real Kafka, and owner services played over HTTP. All of them share one start. */
@QuarkusTest
@WithTestResource(RealServers.class)
@WithTestResource(PlayedOwners.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SessionTest {
}
