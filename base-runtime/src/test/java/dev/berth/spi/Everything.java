package dev.berth.spi;

import dev.berth.api.spi.Spi;
import java.io.IOException;
import java.util.List;

/** An SPI with all kinds of methods that Java has. */
@Spi(code = "everything")
public interface Everything extends Parent<String> {

    boolean flag(boolean value);

    byte tiny(byte value);

    char letter(char value);

    short small(short value);

    int number(int value);

    long large(long first, int second, long third);

    float ratio(float value);

    double mean(double first, float second, double third);

    void nothing(StringBuilder seen);

    int[] array(int[] values);

    String[][] table(String[][] values);

    <T extends Comparable<T>> T largest(List<? extends T> values);

    String joined(String separator, Object... parts);

    void fails(Exception failure) throws IOException, InterruptedException;

    @Override
    String echo(String value);

    default String preset() {
        return "of the interface";
    }

    static String fixed() {
        return "static";
    }

    @Override
    boolean equals(Object other);

    @Override
    String toString();
}
