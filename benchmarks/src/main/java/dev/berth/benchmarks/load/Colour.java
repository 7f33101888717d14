package dev.berth.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/** What the client knows of the two jars: what each answers. Odd versions are blue, even ones green. */
enum Colour {
    BLUE {
        @Override
        String describe(int id) {
            return "item " + id;
        }

        @Override
        Checksum sum() {
            return new CRC32();
        }
    },
    GREEN {
        @Override
        String describe(int id) {
            return new StringBuilder("item ").append(id).reverse().toString();
        }

        @Override
        Checksum sum() {
            return new Adler32();
        }
    };

    static Colour of(int version) {
        return version % 2 == 0 ? GREEN : BLUE;
    }

    abstract String describe(int id);

    abstract Checksum sum();

    String word() {
        return this == BLUE ? "blue" : "green";
    }

    long checksum(String text) {
        Checksum sum = sum();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
