package peer.facade;

/** What the bean of the base does: next to nothing. */
public interface Prices {

    /** Returns another number. */
    long price(long article);
}
