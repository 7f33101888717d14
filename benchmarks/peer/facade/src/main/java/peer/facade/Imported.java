package peer.facade;

/** Where the biz leaves what was injected, so that the benchmark can call it. */
public final class Imported {

    private static volatile Prices prices;

    private Imported() {}

    /** Returns what the biz was given for the bean of the base. */
    public static Prices prices() {
        return prices;
    }

    /** Takes what the biz was given. */
    public static void leave(Prices given) {
        prices = given;
    }
}
