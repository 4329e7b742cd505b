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
    void everyWholeExampleLooksLikeOneOfItsKindAndHasNothingOddAboutIt() {
        assertThat(catalog.all()).flatExtracting(Integration::variables)
                .filteredOn(variable -> variable.example() != null && !variable.example().contains("...")
                        && !variable.example().contains("xxxx"))
                .hasSizeGreaterThan(12)
                .allSatisfy(variable -> assertThat(variable.findings(SecretValue.of(variable.example()), null)).as(variable.name().text())
                        .isEmpty());
    }

    @Test
    void everyIntegrationTellsWhatItIsForAndHowItIsKeptSafe() {
        assertThat(catalog.all()).allSatisfy(integration -> {
            assertThat(integration.words()).isNotEmpty();
            assertThat(integration.leastPrivilege()).isNotBlank();
            assertThat(integration.howToGet()).isNotBlank();
            assertThat(integration.onLeak()).hasSizeGreaterThan(1);
            assertThat(integration.onRotate()).hasSizeGreaterThan(1);
        });
        assertThat(catalog.find("aws")).get().extracting(Integration::leastPrivilege).asString().contains("s3:ListBucket", "s3:GetObject");
        assertThat(catalog.find("github")).get().extracting(Integration::leastPrivilege).asString().contains("fine-grained", "read");
    }

    @Test
    void everyIntegrationButCustomSaysHowItIsVerifiedWithVariablesOfItsOwn() {
        assertThat(catalog.all()).filteredOn(integration -> integration.verification().isEmpty()).extracting(Integration::id)
                .containsExactly("custom");
        assertThat(catalog.all()).filteredOn(integration -> integration.verification().isPresent()).allSatisfy(integration -> {
            var how = integration.verification().get();
            assertThat(how.needed()).isNotEmpty().allSatisfy(variable -> assertThat(integration.variable(variable)).isPresent());
            assertThat(how.welcome()).allSatisfy(variable -> assertThat(integration.variable(variable)).isPresent());
        });
    }

    @Test
    void aSecretUnderANameOfOnesOwnStandsForTheOneEssentialVariable() {
        var own = new VariableName("MY_OWN");
        assertThat(catalog.find("github").orElseThrow().standsFor(own)).contains(new VariableName("GITHUB_TOKEN"));
        assertThat(catalog.find("aws").orElseThrow().standsFor(own)).isEmpty();
        assertThat(catalog.find("aws").orElseThrow().standsFor(new VariableName("AWS_REGION"))).contains(new VariableName("AWS_REGION"));
    }

    @Test
    void aVariableOfOneIntegrationNamesIt() {
        assertThat(catalog.owning(new VariableName("AWS_ACCESS_KEY_ID"))).get().extracting(Integration::id).isEqualTo("aws");
        assertThat(catalog.owning(new VariableName("SOMETHING_ELSE"))).isEmpty();
    }
}
