package ai.igent.maestro.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines as text: columns as wide as their widest cell. */
final class Table {
    private static final List<String> HEADER = List.of("what", "ours", "beside", "ratio", "target", "met");

    private Table() {}

    static String of(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        lines.stream().map(Table::cells).forEach(rows::add);
        List<Integer> widths = IntStream.range(0, HEADER.size())
                .mapToObj(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toList();
        rows.add(1, widths.stream().map("-"::repeat).toList());
        return rows.stream().map(row -> padded(row, widths)).collect(Collectors.joining("\n"));
    }

    private static List<String> cells(Line line) {
        return List.of(line.what(), line.ours(), line.beside(), line.ratio(), line.target(), line.verdict().word());
    }

    private static String padded(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column) + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining("  ")).stripTrailing();
    }
}
