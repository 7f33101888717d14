package dev.berth.error;

/** Says whose matter an error is. */
public enum Category {
    /** The caller asked for something that can't be had; asking again changes nothing. */
    USER,
    /** The business module failed; its developer can mend it. */
    BIZ,
    /** The base failed; its operator or Berth's developers can mend it. */
    BASE,
    /** Something outside the base failed: a disk, a network, another process. */
    EXTERNAL
}
