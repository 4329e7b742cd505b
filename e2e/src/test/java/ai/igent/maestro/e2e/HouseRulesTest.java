package ai.igent.maestro.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import ai.igent.maestro.vocabulary.SecretValue;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** What the modules may know of each other, and what nobody may do. */
class HouseRulesTest {
    private static final String ROOT = "ai.igent.maestro.";
    private static final List<String> SERVICES = List.of("vault", "session", "oauth", "injector", "audit", "console");
    private static final String[] SERVICE_PACKAGES = packages(SERVICES);
    private static final String[] ON_THIS_MACHINE_ONLY = packages(List.of("embedded", "test", "local"));

    private static final List<String> PERMISSIONS = List.of("jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");

    /** What AEAD ciphers call what is authenticated beside the text; no other word would be understood. */
    private static final String CRYPTOGRAPHERS_WORD = "AssociatedData";

    private static JavaClasses suite;

    @BeforeAll
    static void read() {
        suite = BuiltClasses.all();
        assertThat(suite.size()).as("classes found").isGreaterThan(100);
    }

    static List<String> services() {
        return SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void noServiceKnowsAnother(String service) {
        noClasses().that().resideInAPackage(ROOT + service + "..").should().dependOnClassesThat()
                .resideInAnyPackage(packages(SERVICES.stream().filter(other -> !other.equals(service)).toList())).allowEmptyShould(true)
                .check(suite);
    }

    @Test
    void thePlatformKnowsNoService() {
        noClasses().that().resideOutsideOfPackages(SERVICE_PACKAGES).should().dependOnClassesThat().resideInAnyPackage(SERVICE_PACKAGES)
                .check(suite);
    }

    @Test
    void neitherServicesNorPlatformKnowWhatOnlyTestsAndTheLocalStackNeed() {
        noClasses().that().resideOutsideOfPackages(ON_THIS_MACHINE_ONLY).should().dependOnClassesThat()
                .resideInAnyPackage(ON_THIS_MACHINE_ONLY).check(suite);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl", "Processor", "Handler", "Data", "Info", "DTO", "Dto"})
    void noNameHidesWhatItNames(String suffix) {
        noClasses().that().doNotHaveSimpleName(CRYPTOGRAPHERS_WORD).should().haveSimpleNameEndingWith(suffix).check(suite);
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "core", "shared", "util", "utils", "base", "helper", "helpers", "service", "services", "repository",
            "dto", "impl", "model"})
    void noPackageIsNamedByLayer(String word) {
        noClasses().should().resideInAPackage("ai.igent.maestro.." + word + "..").check(suite);
    }

    @Test
    void nobodyWaitsInsideAService() {
        noClasses().that().resideOutsideOfPackages(ON_THIS_MACHINE_ONLY).should()
                .callMethodWhere(target(owner(assignableTo("io.smallrye.mutiny.Uni"))).and(target(name("await")))).check(suite);
    }

    @Test
    void onlyTheOutboxSendsToKafka() {
        noClasses().that().resideOutsideOfPackages(ROOT + "outbox..", ROOT + "embedded..", ROOT + "test..", ROOT + "local..")
                .should().dependOnClassesThat()
                .haveNameMatching(".*\\.(Emitter|MutinyEmitter|KafkaProducer|ReactiveKafkaProducer|Outgoing)").check(suite);
    }

    @Test
    void aValueIsReleasedOnlyWhereItsReleaseIsOnRecord() {
        noClasses().that()
                .resideOutsideOfPackages(ROOT + "vocabulary..", ROOT + "vault.release..", ROOT + "vault.resolve..", ROOT + "vault.reveal..",
                        ROOT + "oauth.release..", ROOT + "oauth.resolve..", ROOT + "injector.bundle..")
                .should().callMethod(SecretValue.class, "release").check(suite);
    }

    @Test
    void timeIdsAndRandomnessAreInjected() {
        noClasses().that().resideOutsideOfPackages(ON_THIS_MACHINE_ONLY).and()
                .resideOutsideOfPackage(ROOT + "vocabulary..")
                .should().callMethod(Instant.class, "now").orShould().callMethod(UUID.class, "randomUUID").orShould()
                .callConstructor(SecureRandom.class).orShould().callMethod(System.class, "currentTimeMillis").check(suite);
    }

    @Test
    void onlyRepositoriesAndAdaptersNamedAfterItTouchPanache() {
        noClasses().that().haveSimpleNameNotEndingWith("Repository").and().haveSimpleNameNotStartingWith("Panache").should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "io\\.quarkus\\.hibernate\\.reactive\\.panache\\.Panache(Repository|RepositoryBase|Query|Entity|EntityBase)")
                .check(suite);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void everyEndpointIsPublicAndSaysWhoMayCallIt(String verb) {
        methods().that().areAnnotatedWith("jakarta.ws.rs." + verb).and().areDeclaredInClassesThat().areNotInterfaces().should().bePublic()
                .andShould(carryOneOf(PERMISSIONS, "who may call it"))
                .allowEmptyShould(true).check(suite);
    }

    /** What an endpoint does not say, the caller chooses: it would answer a record's {@code toString()} to whoever accepts text. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void everyEndpointSaysInWhichFormItAnswers(String verb) {
        methods().that().areAnnotatedWith("jakarta.ws.rs." + verb).and().areDeclaredInClassesThat().areNotInterfaces()
                .should(carryOneOf(List.of("jakarta.ws.rs.Produces"), "in which form it answers"))
                .allowEmptyShould(true).check(suite);
    }

    @Test
    void everyPackageSaysWhatItOwns() throws IOException {
        for (Path module : BuiltClasses.modules())
            try (Stream<Path> folders = Files.walk(module.resolve("src/main/java"))) {
                assertThat(folders.filter(HouseRulesTest::hasClasses).filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                        .as("packages without package-info.java").isEmpty();
            }
    }

    private static ArchCondition<JavaMethod> carryOneOf(List<String> annotations, String what) {
        return new ArchCondition<>("be annotated with " + what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = annotations.stream()
                        .anyMatch(each -> method.isAnnotatedWith(each) || method.getOwner().isAnnotatedWith(each));
                events.add(new SimpleConditionEvent(method, said,
                        method.getFullName() + (said ? " says " : " does not say ") + what));
            }
        };
    }

    private static boolean hasClasses(Path folder) {
        if (!Files.isDirectory(folder))
            return false;
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(each -> ROOT + each + "..").toArray(String[]::new);
    }
}
