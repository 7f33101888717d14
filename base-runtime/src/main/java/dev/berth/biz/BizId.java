package dev.berth.biz;

/**
 * A biz in one version, written {@code name:version}.
 *
 * @param name the name of the biz
 * @param version its version
 */
public record BizId(BizName name, BizVersion version) {

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
