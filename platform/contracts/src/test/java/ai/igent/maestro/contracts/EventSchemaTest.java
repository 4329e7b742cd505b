package ai.igent.maestro.contracts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import ai.igent.maestro.contracts.event.MaestroEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the records and their published schemas together: neither can change without the other. */
class EventSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @TestFactory
    Stream<DynamicTest> everyEventIsValidAgainstTheSchemaOfItsType() {
        return SampleEvents.all().stream().map(event -> DynamicTest.dynamicTest(event.type(), () -> {
            JsonNode data = JSON.valueToTree(event);
            var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaOf(event.type()));

            assertThat(schema.validate(data)).isEmpty();
            assertThat(names(data)).as("fields the schema does not know").isSubsetOf(names(schemaOf(event.type()).get("properties")));
        }));
    }

    @Test
    void everyEventTypeHasASample() {
        Set<Class<?>> sampled = SampleEvents.all().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(sampled).isEqualTo(new HashSet<>(concrete(MaestroEvent.class).toList()));
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventSchemaTest::concrete) : Stream.of(type);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schemaOf(String type) {
        try (var in = EventSchemaTest.class.getResourceAsStream("/schemas/" + type + ".v1.json")) {
            assertThat(in).as("schema of " + type).isNotNull();
            return JSON.readTree(in);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

}
