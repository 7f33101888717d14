package dev.berth.beans.contract;

/** A contract with a type parameter. */
public interface Repo<T> {

    T one();
}
