package dev.berth.api;

/**
 * Marks a class loader that defines the classes of one installed business module.
 *
 * <p>Stability: stable for callers; only the base implements it.
 */
public interface BizScope {

    /** Returns the identity of the biz; never changes in the life of the loader. */
    BizIdentity bizIdentity();
}
