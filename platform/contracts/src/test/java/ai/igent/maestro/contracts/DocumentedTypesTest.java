package ai.igent.maestro.contracts;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import ai.igent.maestro.contracts.event.MaestroEvent;
import ai.igent.maestro.contracts.event.Topic;
import ai.igent.maestro.vocabulary.AuditType;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the pages and lists outside the code and the types together: one without the other fails the build. */
class DocumentedTypesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RepositoryFile EVENTS = RepositoryFile.at("docs/reference/events.md");
    private static final RepositoryFile AUDIT_TYPES = RepositoryFile.at("docs/reference/audit-types.md");
    private static final RepositoryFile CREATED_TOPICS = RepositoryFile.at("deploy/topics/topics.txt");

    @Test
    void theEventsPageHasExactlyOneHeadingPerEventType() {
        assertThat(EVENTS.typeHeadings()).containsExactlyInAnyOrderElementsOf(SampleEvents.all().stream().map(MaestroEvent::type).toList());
    }

    @Test
    void theEventsPageListsEveryTopic() {
        assertThat(EVENTS.firstCells()).containsAll(Arrays.stream(Topic.values()).map(Topic::text).toList());
    }

    @Test
    void theDeploymentCreatesEveryTopic() {
        assertThat(CREATED_TOPICS.firstWords()).containsAll(Arrays.stream(Topic.values()).map(Topic::text).toList());
    }

    @TestFactory
    Stream<DynamicTest> theExampleOfEveryEventIsValidAgainstItsSchema() {
        return SampleEvents.all().stream().map(event -> DynamicTest.dynamicTest(event.type(), () -> {
            JsonNode example = JSON.readTree(EVENTS.exampleOf(event.type()));

            assertThat(schemaOf(event.type()).validate(example)).isEmpty();
        }));
    }

    @Test
    void theAuditTypesPageHasExactlyOneRowPerAuditType() {
        assertThat(AUDIT_TYPES.firstCells())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AuditType.values()).map(AuditType::text).toList());
    }

    private static JsonSchema schemaOf(String type) {
        var in = DocumentedTypesTest.class.getResourceAsStream("/schemas/" + type + ".v1.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
}
