package dev.berth.beans.contract;

/** A contract whose beans have an order. */
public interface Step {}
