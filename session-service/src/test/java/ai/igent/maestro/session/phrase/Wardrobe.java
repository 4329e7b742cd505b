package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.catalog.Catalog;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** What a well-equipped user has, by short names that the phrase table uses. */
final class Wardrobe {
    static final Catalog CATALOG = DeliveredCatalog.read();

    private final Map<String, Candidate> byShortName = new LinkedHashMap<>();

    static Wardrobe full() {
        var wardrobe = new Wardrobe();
        wardrobe.hang("aws-dev", "AWS_ACCESS_KEY_ID", "aws", "AWS_DEV", Environment.DEVELOPMENT, "active");
        wardrobe.hang("aws-prod", "AWS_ACCESS_KEY_ID", "aws", "AWS_PROD", Environment.PRODUCTION, "active");
        wardrobe.hang("gh-work", "GITHUB_TOKEN", "github", "GITHUB_WORK", null, "active");
        wardrobe.hang("gh-home", "GITHUB_TOKEN", "github", "GITHUB_PERSONAL", null, "active");
        wardrobe.hang("db", "DATABASE_URL", "postgresql", null, Environment.STAGING, "active");
        wardrobe.hang("openai", "OPENAI_API_KEY", "openai", null, null, "active");
        wardrobe.hang("stripe", "STRIPE_SECRET_KEY", "stripe", null, null, "active", "billing");
        wardrobe.hang("stripe-prod", "STRIPE_SECRET_KEY", "stripe", "STRIPE_LIVE", Environment.PRODUCTION, "active", "billing");
        wardrobe.hang("mail", "SENDGRID_API_KEY", "sendgrid", null, null, "active");
        wardrobe.hang("custom", "INTERNAL_PORTAL_KEY", null, null, null, "active", "portal");
        wardrobe.hang("gcp", "GOOGLE_APPLICATION_CREDENTIALS", "google-cloud", null, Environment.DEVELOPMENT, "active");
        wardrobe.hang("preview", "PREVIEW_KEY", null, "PREVIEW_NON_PROD", null, "active");
        wardrobe.hang("claude", "ANTHROPIC_API_KEY", "anthropic", null, null, "active");
        wardrobe.hangFor(Owner.organization("acme"), "claude-acme", "ANTHROPIC_API_KEY", "anthropic", null, null, "active");
        wardrobe.hangFor(Owner.organization("acme"), "gitlab", "GITLAB_TOKEN", "gitlab", null, null, "active", "builds");
        wardrobe.hang("old", "LEGACY_TOKEN", null, null, null, "expired");
        return wardrobe;
    }

    private void hang(String shortName, String name, String integration, String account, Environment environment, String status,
            String... tags) {
        hangFor(Owner.user("alice"), shortName, name, integration, account, environment, status, tags);
    }

    private void hangFor(Owner owner, String shortName, String name, String integration, String account, Environment environment,
            String status, String... tags) {
        var id = new CandidateId("sec_" + new UUID(7, byShortName.size()).toString().replace("-", ""));
        byShortName.put(shortName,
                new Candidate(id, owner, name, new VariableName(name), SecretKind.ENV, integration, account,
                        environment, Set.of(tags), 1, status, List.of(), null, null));
    }

    /** So many keys of AWS, each of an account of its own. */
    static List<Candidate> manyOf(int count) {
        var wardrobe = new Wardrobe();
        for (int number = 0; number < count; number++)
            wardrobe.hang("key-" + number, "KEY_" + number, "aws", "ACCOUNT_" + number, null, "active");
        return wardrobe.all();
    }

    List<Candidate> all() {
        return new ArrayList<>(byShortName.values());
    }

    List<Candidate> some(String shortNames) {
        if (shortNames.isBlank()) return List.of();
        return List.of(shortNames.split(" ")).stream().map(byShortName::get).toList();
    }

    /** The short names of {@code ids}, in the wardrobe's order. */
    String names(List<CandidateId> ids) {
        return String.join(" ", byShortName.entrySet().stream().filter(each -> ids.contains(each.getValue().id())).map(Map.Entry::getKey)
                .toList());
    }
}
