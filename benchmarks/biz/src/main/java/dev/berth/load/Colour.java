package dev.berth.load;

/** What the two jars do differently: each has one of the classes that implement it and lacks the other. */
interface Colour {

    /** Returns the colour's name. */
    String word();

    /** Returns what this colour says of an item. */
    String describe(int id);

    /** Returns this colour's checksum of a text. */
    long checksum(String text);
}
