package ai.igent.maestro.e2e;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.demo.Demo;
import ai.igent.maestro.local.journey.AwsKeys;
import ai.igent.maestro.local.journey.Suite;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(RunningStack.class)
class MainJobTest {
    @Test
    void theDemoDoesWhatItSaysAndCanBeRepeated(Stack stack) {
        assertThat(demo(stack)).contains("Done: every step did what it says.", "bundle.delivered");
        assertThat(demo(stack)).contains("deleted 3 secrets of an earlier demo", "Done: every step did what it says.");
    }

    @Test
    void theDemoPrintsNoValue(Stack stack) {
        assertThat(demo(stack)).doesNotContain(AwsKeys.GIVEN.values());
    }

    private static String demo(Stack stack) {
        var printed = new ByteArrayOutputStream();
        new Demo(new Suite(stack::url), new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
        return printed.toString(StandardCharsets.UTF_8);
    }
}
