package dev.berth.samples.pricing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** Reads the price rules, which the sales people keep in spreadsheets. */
final class PriceRules {

    private PriceRules() {}

    /** Reads {@code rules/list-prices.csv}. */
    static List<ListPrice> listPrices() {
        return read(
                "rules/list-prices.csv",
                row -> new ListPrice(
                        row.getField("sku"),
                        new BigDecimal(row.getField("amount")),
                        new BigDecimal(row.getField("vat percent"))));
    }

    /** Reads {@code rules/discounts.csv}. */
    static List<Discount> discounts() {
        return read(
                "rules/discounts.csv",
                row -> new Discount(
                        row.getField("sku prefix"),
                        Integer.parseInt(row.getField("from quantity")),
                        new BigDecimal(row.getField("percent")),
                        row.getField("reason")));
    }

    private static <T> List<T> read(String resource, Function<NamedCsvRecord, T> row) {
        try (InputStream in = new ClassPathResource(resource).getInputStream();
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
