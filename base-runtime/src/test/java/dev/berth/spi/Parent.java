package dev.berth.spi;

/** What an SPI inherits; not public. */
interface Parent<T> {

    T echo(T value);

    default CharSequence covariant() {
        return "parent";
    }
}
