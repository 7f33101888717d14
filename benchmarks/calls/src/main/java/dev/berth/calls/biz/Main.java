package dev.berth.calls.biz;

/** Nothing starts: the providers are named in META-INF/services. */
public class Main {

    private Main() {}

    /** Does nothing. */
    public static void main(String[] arguments) {}
}
