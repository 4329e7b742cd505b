package ai.igent.maestro.local.bench;

import java.util.Locale;

import ai.igent.maestro.local.bench.measure.Load;

/**
 * One line of the table.
 *
 * @param what what was measured
 * @param ours what the suite did
 * @param beside what it is compared with
 * @param ratio ours to that, empty when there is nothing to compare
 * @param target what was to be reached
 */
public record Line(String what, String ours, String beside, String ratio, String target, Verdict verdict) {
    /** So many per second, beside a yardstick that does so many. */
    public static Line rate(String what, double ours, String yardstick, double theirs, double least) {
        double ratio = ours / theirs;
        return new Line(what, perSecond(ours), yardstick + " " + perSecond(theirs), times(ratio), ">= " + times(least),
                Verdict.of(ratio >= least));
    }

    /** The same, with the times of the answers. */
    public static Line rate(String what, Load ours, String yardstick, double theirs, double least) {
        Line line = rate(what, ours.perSecond(), yardstick, theirs, least);
        return new Line(what, line.ours + ", " + times(ours), line.beside, line.ratio, line.target, line.verdict);
    }

    /** The same without a target. */
    public static Line compared(String what, Load ours, String yardstick, double theirs) {
        return new Line(what, perSecond(ours.perSecond()) + ", " + times(ours), yardstick + " " + perSecond(theirs),
                times(ours.perSecond() / theirs), "", Verdict.NONE);
    }

    /** So many per second now, beside so many before: not more than {@code most} times slower. */
    public static Line same(String what, double now, String before, double then, double most) {
        double ratio = then / now;
        return new Line(what, perSecond(now), before + " " + perSecond(then), times(ratio) + " slower", "<= " + times(most),
                Verdict.of(ratio <= most));
    }

    /** A number that must not be greater than {@code most}. */
    public static Line atMost(String what, double ours, double most, String unit) {
        return new Line(what, number(ours) + " " + unit, "", "", "<= " + number(most) + " " + unit, Verdict.of(ours <= most));
    }

    /** A rate that must not be less than {@code least}. */
    public static Line atLeast(String what, double ours, double least) {
        return new Line(what, perSecond(ours), "", "", ">= " + perSecond(least), Verdict.of(ours >= least));
    }

    /** Only shown. {@code beside} may name a reference that was measured elsewhere: it has to say so. */
    public static Line shown(String what, String ours, String beside) {
        return new Line(what, ours, beside, "", "", Verdict.NONE);
    }

    static Line failed(String row) {
        return new Line(row, "not measured, see below", "", "", "", Verdict.FAILED);
    }

    public static String perSecond(double rate) {
        return number(rate) + "/s";
    }

    private static String times(Load load) {
        return "p50 %s p99 %s ms".formatted(number(load.p50()), number(load.p99()));
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2fx", ratio);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%,.0f", value);
    }
}
