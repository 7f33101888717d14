package dev.berth.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of words: the first column to the left, all others to the right. Not safe for threads. */
public final class Table {

    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Starts a table with its head; every row has as many cells. */
    public Table(List<String> head) {
        rows.add(List.copyOf(head));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has another number of cells than the head
     */
    public Table row(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException("A row of " + cells.size() + " cells below a head of "
                    + rows.get(0).size());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Returns the lines, a rule below the head. */
    public List<String> lines() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        List<String> lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toList());
        int width = widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1);
        lines.add(1, "-".repeat(width));
        return lines;
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths.get(column), column == 0))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean left) {
        String space = " ".repeat(width - cell.length());
        return left ? cell + space : space + cell;
    }
}
