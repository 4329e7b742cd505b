package ai.igent.maestro.injector.recognition;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;

class FoundsTest {
    private final Founds founds = new Founds();

    @Test
    void comeByPlaceInWhateverOrderTheyWereAdded() {
        add(10, 20);
        add(30, 40);
        add(5, 12);
        add(25, 35);

        assertThat(places(100)).containsExactly("5-12", "10-20", "25-35", "30-40");
    }

    @Test
    void areLeftOutInsideOthers() {
        add(10, 20);
        add(12, 18);
        add(10, 15);
        add(8, 30);
        add(9, 30);

        assertThat(places(100)).containsExactly("8-30");
    }

    @Test
    void areOnlyGivenOutBeforeAPlace() {
        add(10, 20);
        add(15, 25);

        assertThat(places(15)).containsExactly("10-20");
        assertThat(places(16)).containsExactly("15-25");
    }

    private void add(long from, long to) {
        founds.add(new Found(new Find(new VariableName("A"), Encoding.RAW), from, to));
    }

    private List<String> places(long before) {
        List<String> places = new ArrayList<>();
        for (Found found = founds.pollBefore(before); found != null; found = founds.pollBefore(before))
            places.add(found.from() + "-" + found.to());
        return places;
    }
}
