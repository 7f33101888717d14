package dev.berth.beans.contract;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;

/** A qualifier of its own. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Region {

    String value();
}
