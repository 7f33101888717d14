package dev.berth.beans.contract;

/** A contract with several beans. */
public interface Prices {

    String list();
}
