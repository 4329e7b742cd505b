package ai.igent.maestro.session.phrase;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** Prints how much processor time phrases take over 10,000 candidates: the first reading, the median and the worst of many. Not a test. */
final class PhraseBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int CANDIDATES = 10_000;
    private static final int ROUNDS = 200;
    private static final Environment[] ENVIRONMENTS = {Environment.DEVELOPMENT, Environment.STAGING, Environment.PRODUCTION, null};
    private static final List<String> PHRASES = List.of("Activate AWS secrets for this session", "activate everything except production",
            "activate GITHUB_ACCOUNT_4711", "activate SERVICE_KEYS_4711 and gihtub", "deactivate everything and enable stripe for 2 hours",
            "activate " + "wrong_name ".repeat(40), "activate " + "service_key_, ".repeat(34));

    private PhraseBench() {}

    public static void main(String[] arguments) {
        List<Candidate> candidates = candidates();
        var reader = new PhraseReader();
        System.out.printf("%d candidates%n%-52s %10s %10s %10s%n", CANDIDATES, "phrase", "first ms", "median ms", "worst ms");
        for (String text : PHRASES) {
            double[] took = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = THREADS.getCurrentThreadCpuTime();
                reader.read(new Phrase(text), Wardrobe.CATALOG, candidates, candidates.subList(0, 50));
                took[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            }
            double first = took[0];
            Arrays.sort(took);
            System.out.printf("%-52.52s %10.1f %10.1f %10.1f%n", text, first, took[ROUNDS / 2], took[ROUNDS - 1]);
        }
    }

    private static List<Candidate> candidates() {
        List<String> integrations = Wardrobe.CATALOG.entries().stream().map(entry -> entry.id()).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < CANDIDATES; number++) {
            String integration = integrations.get(number % integrations.size());
            String name = "SERVICE_KEY_" + number;
            candidates.add(new Candidate(new CandidateId("sec_" + new UUID(7, number).toString().replace("-", "")), Owner.user("alice"),
                    name, new VariableName(name), SecretKind.ENV, integration, integration.toUpperCase() + "_ACCOUNT_" + number,
                    ENVIRONMENTS[number % ENVIRONMENTS.length], Set.of("team-" + number % 50, "region-" + number % 7), 1, "active",
                    List.of(), null, null));
        }
        return candidates;
    }
}
