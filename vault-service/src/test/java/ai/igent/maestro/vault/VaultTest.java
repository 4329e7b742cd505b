package ai.igent.maestro.vault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.vault.verify.PlayedProviders;

/** A test against the running service with a real PostgreSQL and a real Kafka. All of them share one start. */
@QuarkusTest
@WithTestResource(RealServers.class)
@WithTestResource(PlayedProviders.Addresses.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface VaultTest {
}
