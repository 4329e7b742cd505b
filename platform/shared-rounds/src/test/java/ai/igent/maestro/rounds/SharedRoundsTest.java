package ai.igent.maestro.rounds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;

import static org.assertj.core.api.Assertions.assertThat;

/** Rounds that the test ends when it likes. */
class SharedRoundsTest {
    private final List<Round> started = new ArrayList<>();
    private final List<String> unclaimed = new ArrayList<>();
    private final SharedRounds<String, String> rounds = rounds(new SharedRounds.Bounds(2, 1, 3, 5, Duration.ofMinutes(1)));

    private record Round(List<String> questions, UniEmitter<? super List<String>> answers) {
        void answer() {
            answers.complete(questions.stream().map(question -> question + "!").toList());
        }
    }

    private SharedRounds<String, String> rounds(SharedRounds.Bounds bounds) {
        return new SharedRounds<>(questions -> Uni.createFrom().emitter(answers -> started.add(new Round(questions, answers))),
                IllegalArgumentException.class::isInstance, bounds, unclaimed::add);
    }

    private UniAssertSubscriber<String> ask(String question) {
        return rounds.ask(question).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    @Test
    void whoIsAloneWaitsForNobody() {
        var alone = ask("a");

        assertThat(started).hasSize(1);
        started.getFirst().answer();
        alone.assertItem("a!");
    }

    @Test
    void othersGatherWhileAsManyRoundsAsAllowedAreUnderWay() {
        List.of("a", "b", "c", "d", "e", "f").forEach(this::ask);
        assertThat(started).extracting(Round::questions).containsExactly(List.of("a"), List.of("b"));

        started.getFirst().answer();

        assertThat(started).extracting(Round::questions).endsWith(List.of("c", "d", "e")).hasSize(3);
        started.get(1).answer();
        assertThat(started).extracting(Round::questions).endsWith(List.of("f"));
    }

    @Test
    void aFurtherRoundBeginsWithCompany() {
        var sociable = rounds(new SharedRounds.Bounds(2, 2, 3, 5, Duration.ofMinutes(1)));

        List.of("a", "b", "c").forEach(question -> sociable.ask(question).subscribe().withSubscriber(UniAssertSubscriber.create()));

        assertThat(started).extracting(Round::questions).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void whoIsLeftWhenNoRoundIsUnderWayWaitsForNobody() {
        var sociable = rounds(new SharedRounds.Bounds(1, 5, 3, 5, Duration.ofMinutes(1)));
        List.of("a", "b").forEach(question -> sociable.ask(question).subscribe().withSubscriber(UniAssertSubscriber.create()));

        started.getFirst().answer();

        assertThat(started).extracting(Round::questions).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void whoFindsNoCompanyWaitsNoLongerThanAMoment() {
        var sociable = new SharedRounds<String, String>(
                questions -> questions.equals(List.of("lost")) ? Uni.createFrom().nothing() : Uni.createFrom().item(questions),
                failure -> false, new SharedRounds.Bounds(2, 5, 3, 5, Duration.ofMinutes(1)));
        sociable.ask("lost").subscribe().withSubscriber(UniAssertSubscriber.create());

        var alone = sociable.ask("a").subscribe().withSubscriber(UniAssertSubscriber.create());

        alone.awaitItem(Duration.ofSeconds(30)).assertItem("a");
    }

    @Test
    void whoHasWaitedAMomentWithoutAPlaceWaitsForNoCompany() {
        var moments = new ArrayList<String>();
        var gathering = new Gathering<String>(new SharedRounds.Bounds(2, 2, 3, 5, Duration.ofMinutes(1)), call -> false,
                () -> moments.add("one"));
        List.of("a", "b", "c", "d").forEach(gathering::add);
        assertThat(gathering.take()).containsExactly("a", "b", "c");
        gathering.add("e");
        assertThat(gathering.take()).containsExactly("d", "e");
        gathering.add("f");
        assertThat(gathering.take()).isEmpty();
        assertThat(moments).hasSize(1);

        assertThat(gathering.takeAfterAMoment()).isEmpty();
        gathering.end();

        assertThat(gathering.take()).containsExactly("f");
    }

    @Test
    void eachGetsTheAnswerToItsOwnQuestion() {
        ask("a");
        ask("b");
        var third = ask("c");
        var fourth = ask("d");
        started.getFirst().answer();

        started.get(2).answer();

        third.assertItem("c!");
        fourth.assertItem("d!");
    }

    @Test
    void oneBadQuestionFailsNoNeighbour() {
        ask("a");
        ask("b");
        var good = ask("good");
        var bad = ask("bad");
        var better = ask("better");
        started.getFirst().answer();

        started.get(2).answers().fail(new IllegalArgumentException());
        started.get(3).answer();
        started.get(4).answers().fail(new IllegalArgumentException());
        started.get(5).answer();

        good.assertItem("good!");
        bad.assertFailedWith(IllegalArgumentException.class);
        better.assertItem("better!");
        takesFurtherQuestions();
    }

    @Test
    void whatAllOfThemNeedFailsAllOfThemOnce() {
        ask("a");
        ask("b");
        var one = ask("c");
        var other = ask("d");
        started.getFirst().answer();

        started.get(2).answers().fail(new IllegalStateException());

        one.assertFailedWith(IllegalStateException.class);
        other.assertFailedWith(IllegalStateException.class);
        assertThat(started).hasSize(3);
        takesFurtherQuestions();
    }

    @Test
    void whoGoesAwayTakesNothingWithIt() {
        var first = ask("a");
        ask("b");
        var waiting = ask("c");
        var staying = ask("d");
        first.cancel();
        waiting.cancel();

        started.getFirst().answer();

        assertThat(started).extracting(Round::questions).endsWith(List.of("d"));
        started.get(2).answer();
        staying.assertItem("d!");
        takesFurtherQuestions();
    }

    @Test
    void anAnswerWhoseCallerHasGoneIsGivenBack() {
        var waiting = ask("a");
        var staying = ask("b");
        waiting.cancel();

        started.getFirst().answer();
        started.get(1).answer();

        assertThat(unclaimed).containsExactly("a!");
        staying.assertItem("b!");
    }

    @Test
    void fewerAnswersThanQuestionsFailThemAll() {
        ask("a");
        ask("b");
        var one = ask("c");
        var other = ask("d");
        started.getFirst().answer();

        started.get(2).answers().complete(List.of("c!"));

        one.assertFailedWith(IllegalStateException.class);
        other.assertFailedWith(IllegalStateException.class);
        takesFurtherQuestions();
    }

    @Test
    void moreThanCanWaitAreRefusedAtOnce() {
        List.of("a", "b", "c", "d", "e", "f", "g").forEach(this::ask);

        ask("h").assertFailedWith(TooMany.class);
    }

    @Test
    void aRoundThatNeverEndsMakesPlaceForTheNext() {
        var impatient = rounds(new SharedRounds.Bounds(1, 1, 3, 5, Duration.ofMillis(1)));
        var lost = impatient.ask("a").subscribe().withSubscriber(UniAssertSubscriber.create());

        lost.awaitFailure().assertFailedWith(TimeoutException.class);

        var next = impatient.ask("b").subscribe().withSubscriber(UniAssertSubscriber.create());
        next.awaitFailure().assertFailedWith(TimeoutException.class);
        assertThat(started).extracting(Round::questions).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aRoundThatFailsBeforeItStartsIsAFailureLikeAnyOther() {
        var broken = new SharedRounds<String, String>(questions -> {
            throw new IllegalStateException();
        }, failure -> false, new SharedRounds.Bounds(1, 1, 3, 5, Duration.ofMinutes(1)));

        for (String question : List.of("a", "b"))
            broken.ask(question).subscribe().withSubscriber(UniAssertSubscriber.create()).assertFailedWith(IllegalStateException.class);
    }

    private void takesFurtherQuestions() {
        started.stream().skip(1).forEach(Round::answer);
        var further = ask("further");
        started.getLast().answer();
        further.assertItem("further!");
    }
}
