package dev.berth.beans.contract;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks methods that the base's aspect advises. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Counted {}
