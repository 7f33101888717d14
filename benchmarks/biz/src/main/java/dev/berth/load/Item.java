package dev.berth.load;

/**
 * An answer.
 *
 * @param version the version of the biz that gave it
 * @param colour that version's colour
 * @param id the item asked for
 * @param text what the colour says of it
 */
record Item(int version, String colour, int id, String text) {}
