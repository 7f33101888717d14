package dev.berth.test.sample;

/** Does not start. */
public class BrokenApplication {

    public static void main(String[] arguments) {
        throw new IllegalStateException("The price list is missing");
    }
}
