package ai.igent.maestro.local.bench;

import java.util.List;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.local.bench.measure.MeasureFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableTest {
    @Test
    void alignsEveryColumnByItsWidestCell() {
        String table = Table.of(List.of(Line.rate("a long name of a row", 2040, "Vault", 680, 3), Line.atMost("short", 2.5, 3, "s")));

        assertThat(table.lines()).containsExactly(
                "what                  ours     beside       ratio  target    met",
                "--------------------  -------  -----------  -----  --------  ---",
                "a long name of a row  2,040/s  Vault 680/s  3.00x  >= 3.00x  yes",
                "short                 2.5 s                        <= 3.0 s  yes");
    }

    @Test
    void judgesByTheRatioAndNotByTheRate() {
        assertThat(Line.rate("row", 2039, "Vault", 680, 3).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Line.rate("row", 30, "Vault", 10, 3).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void judgesWhatMustStayTheSameByHowMuchSlowerItGot() {
        assertThat(Line.same("row", 100, "before", 130, 1.3).verdict()).isEqualTo(Verdict.MET);
        assertThat(Line.same("row", 100, "before", 131, 1.3).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Line.same("row", 200, "before", 100, 1.3).ratio()).isEqualTo("0.50x slower");
    }

    @Test
    void judgesLimitsOnBothSides() {
        assertThat(Line.atMost("row", 300, 300, "MiB").verdict()).isEqualTo(Verdict.MET);
        assertThat(Line.atMost("row", 300.5, 300, "MiB").verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Line.atLeast("row", 5000, 5000).verdict()).isEqualTo(Verdict.MET);
        assertThat(Line.atLeast("row", 4999, 5000).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void showsWhatFailedAndWhatIsOnlyShown() {
        String table = Table.of(List.of(Line.failed("audit"), Line.shown("a", "1/s", "b")));

        assertThat(table).contains("audit  not measured").contains("failed");
        assertThat(table.lines().toList().getLast()).doesNotContain("yes").doesNotContain("NO");
    }

    @Test
    void measuresTheRowsAskedForInTheirOwnOrderAndAllOfThemWhenNoneIs() {
        assertThat(Bench.rows(List.of("--quick", "start", "bundle"))).extracting(Row::name).containsExactly("bundle", "start");
        assertThat(Bench.rows(List.of("--quick"))).extracting(Row::name).contains("bundle", "read", "create", "grant", "confirm", "audit");
    }

    @Test
    void namesTheRowsWhenThereIsNoSuchRow() {
        assertThatThrownBy(() -> Bench.rows(List.of("bundel"))).isInstanceOf(MeasureFailure.class).hasMessageContaining("bundle, resolve");
    }
}
