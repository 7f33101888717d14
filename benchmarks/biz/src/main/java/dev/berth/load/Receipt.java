package dev.berth.load;

/**
 * An answer to something that was sent.
 *
 * @param version the version of the biz that gave it
 * @param colour that version's colour
 * @param length characters received
 * @param checksum the colour's checksum of them
 */
record Receipt(int version, String colour, int length, long checksum) {}
