package ai.igent.maestro.vault.catalog;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalog catalog = new CatalogFiles().catalog(JSON);

    static Iterable<String> files() {
        return CatalogFiles.ids();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileFollowsTheSchemaAndIsNamedAfterItsId(String id) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(CatalogFiles.open("integration.schema.json"));
        JsonNode file = JSON.readTree(CatalogFiles.open(id + ".json"));

        assertThat(schema.validate(file)).isEmpty();
        assertThat(file.get("id").asText()).isEqualTo(id);
    }

    @Test
    void theIntegrationsOfTheSuiteAreThere() {
        assertThat(catalog.all()).extracting(Integration::id).containsExactly("aws", "azure", "google-cloud", "github", "gitlab",
                "postgresql",
                "mysql", "mongodb", "openai", "anthropic", "stripe", "sendgrid", "mailgun", "custom");
    }

    @Test
    void onlyWhatIsNotConfidentialHasADefault() {
        assertThat(catalog.all()).flatExtracting(Integration::variables)
                .filteredOn(variable -> variable.defaultValue() != null)
                .allSatisfy(variable -> assertThat(variable.kind()).isEqualTo(SecretKind.VARIABLE));
    }

    @Test
    void everyDefaultLooksLikeOneOfItsKind() {
        assertThat(catalog.all()).flatExtracting(Integration::variables)
                .filteredOn(variable -> variable.defaultValue() != null)
                .allSatisfy(variable -> assertThat(variable.fits(SecretValue.of(variable.defaultValue()))).isTrue());
    }

    @Test
    void aVariableOfOneIntegrationNamesIt() {
        assertThat(catalog.owning(new VariableName("AWS_ACCESS_KEY_ID"))).get().extracting(Integration::id).isEqualTo("aws");
        assertThat(catalog.owning(new VariableName("SOMETHING_ELSE"))).isEmpty();
    }
}
