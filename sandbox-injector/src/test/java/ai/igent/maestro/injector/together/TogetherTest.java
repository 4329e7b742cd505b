package ai.igent.maestro.injector.together;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import static org.assertj.core.api.Assertions.assertThat;

class TogetherTest {
    private static Vertx vertx;

    private final List<List<String>> shared = new CopyOnWriteArrayList<>();
    private final List<String> alone = new CopyOnWriteArrayList<>();
    private final List<String> unclaimed = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @Test
    void whatIsAskedAtOnceGoesInOneCallAndEachGetsItsAnswer() {
        var answers = askAtOnce(questions -> answered(questions), "a", "b", "c");

        assertThat(answers).extracting(TogetherTest::of).containsExactly("a!", "b!", "c!");
        assertThat(shared).containsExactly(List.of("a", "b", "c"));
        assertThat(alone).isEmpty();
    }

    @Test
    void whatIsLeftOpenIsAskedAloneAndNobodyWaitsForIt() {
        var slow = new CompletableFuture<String>();
        var together = together(questions -> answered(questions).map(answers -> without("slow", questions, answers)),
                question -> Uni.createFrom().completionStage(slow));

        var answers = askAtOnce(together, "slow", "b");
        assertThat(of(answers.get(1))).isEqualTo("b!");
        assertThat(of(askAtOnce(together, "later").getFirst())).isEqualTo("later!");
        assertThat(answers.getFirst()).isNotDone();

        slow.complete("at last");
        assertThat(of(answers.getFirst())).isEqualTo("at last");
    }

    @Test
    void aServiceThatIsOlderIsAskedOneByOne() {
        var answers = askAtOnce(questions -> Uni.createFrom().failure(new NotFoundException()), "a", "b");

        assertThat(answers).extracting(TogetherTest::of).containsExactly("a alone", "b alone");
        assertThat(alone).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aServiceThatIsAwayIsAwayForAll() {
        var answers = askAtOnce(questions -> Uni.createFrom().failure(new ServiceUnavailableException()), "a", "b");

        assertThat(answers).allSatisfy(answer -> assertThat(answer).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                .withCauseInstanceOf(ServiceUnavailableException.class));
        assertThat(alone).isEmpty();
    }

    private List<CompletableFuture<String>> askAtOnce(Function<List<String>, Uni<List<String>>> several, String... questions) {
        return askAtOnce(together(several, question -> {
            alone.add(question);
            return Uni.createFrom().item(question + " alone");
        }), questions);
    }

    /** In one turn of an event loop. */
    private static List<CompletableFuture<String>> askAtOnce(Together<String, String> together, String... questions) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int at = 0; at < questions.length; at++)
            answers.add(new CompletableFuture<>());
        vertx.getOrCreateContext().runOnContext(turn -> {
            for (int at = 0; at < questions.length; at++) {
                var answer = answers.get(at);
                together.ask(questions[at]).subscribe().with(answer::complete, answer::completeExceptionally);
            }
        });
        return answers;
    }

    private Together<String, String> together(Function<List<String>, Uni<List<String>>> several, Function<String, Uni<String>> one) {
        return new Together<>(questions -> {
            shared.add(questions);
            return several.apply(questions);
        }, one, unclaimed::add, 64, new Config());
    }

    private static Uni<List<String>> answered(List<String> questions) {
        return Uni.createFrom().item(questions.stream().map(question -> question + "!").toList());
    }

    private static List<String> without(String open, List<String> questions, List<String> answers) {
        List<String> left = new ArrayList<>(answers);
        int at = questions.indexOf(open);
        if (at >= 0) left.set(at, null);
        return left;
    }

    private static String of(CompletableFuture<String> answer) {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private record Config() implements TogetherConfig {
        @Override
        public int company() {
            return 1;
        }

        @Override
        public int callsAtOnce() {
            return 2;
        }

        @Override
        public int waitingAtMost() {
            return 10;
        }

        @Override
        public Duration patience() {
            return Duration.ofMinutes(1);
        }
    }
}
