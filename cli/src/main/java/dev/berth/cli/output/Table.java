package dev.berth.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Lines of aligned columns under a header. */
public final class Table {

    private static final String GAP = "  ";
    private static final Map<String, Style> STATES =
            Map.of("ACTIVE", Style.GREEN, "FAILED", Style.RED, "HELD", Style.YELLOW);

    private final List<String> header;
    private final Set<String> numbers;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> header, Set<String> numbers) {
        this.header = header;
        this.numbers = numbers;
    }

    /** Begins a table of columns. */
    public static Table of(String... columns) {
        return new Table(List.of(columns), Set.of());
    }

    /** Begins the same table with some columns aligned to the right, as numbers are. */
    public Table withNumbers(String... columns) {
        return new Table(header, Set.of(columns));
    }

    /** Adds a row; as many cells as there are columns. */
    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("A row has " + cells.length + " cells, not " + header.size());
        }
        // A cell can hold what a jar says of itself; a line break in it would pretend to be a row
        rows.add(Arrays.stream(cells).map(PlainText::of).toList());
        return this;
    }

    /** Returns the header and the rows as lines. */
    public List<String> lines(boolean colour) {
        List<Integer> widths =
                IntStream.range(0, header.size()).map(this::width).boxed().toList();
        List<String> lines = new ArrayList<>();
        lines.add(Style.BOLD.on(line(header, widths, false), colour));
        rows.forEach(row -> lines.add(line(row, widths, colour)));
        return lines;
    }

    private int width(int column) {
        int widest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(widest, header.get(column).length());
    }

    private String line(List<String> cells, List<Integer> widths, boolean colour) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String blanks = " ".repeat(widths.get(column) - cell.length());
            Style style = STATES.get(cell);
            String text = style == null ? cell : style.on(cell, colour);
            line.append(column == 0 ? "" : GAP)
                    .append(numbers.contains(header.get(column)) ? blanks + text : text + blanks);
        }
        return line.toString().stripTrailing();
    }
}
