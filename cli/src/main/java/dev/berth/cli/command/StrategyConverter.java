package dev.berth.cli.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the strategy of an install. */
final class StrategyConverter implements ITypeConverter<Strategy> {

    @Override
    public Strategy convert(String text) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> strategy.text().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + Arrays.stream(Strategy.values()).map(Strategy::text).collect(Collectors.joining(", "))));
    }
}
