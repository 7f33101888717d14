package dev.berth.linkage;

/** What becomes of a library that a biz declares. */
public enum Sharing {
    /** The biz links to the base's copy. */
    SHARE,
    /** The biz has a copy of its own. */
    BRING,
    /** Nobody needs it in a base. */
    IGNORE
}
