package dev.berth.biz;

/**
 * Names one installed copy of a biz, written {@code name:version#number}.
 *
 * @param biz the biz and its version
 * @param number counts the installs of a base's home; never used twice
 */
public record RevisionId(BizId biz, long number) {

    /** Returns the name of the biz. */
    public BizName name() {
        return biz.name();
    }

    /** Returns the version of the biz. */
    public BizVersion version() {
        return biz.version();
    }

    /** Returns a form that is safe as the name of a folder: {@code name-version-number}. */
    public String folderName() {
        return biz.name() + "-" + biz.version().value().replace('+', '_') + "-" + number;
    }

    @Override
    public String toString() {
        return biz + "#" + number;
    }
}
