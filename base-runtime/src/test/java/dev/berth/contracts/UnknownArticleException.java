package dev.berth.contracts;

/** Tells that there is no such article; a checked exception of an SPI. */
public class UnknownArticleException extends Exception {

    private static final long serialVersionUID = 1;

    public UnknownArticleException(String message) {
        super(message);
    }
}
