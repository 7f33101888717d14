package dev.berth.leak.cleaner;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks for JDBC drivers and deregisters them in the name of a biz: {@link DriverManager} shows a caller only what its
 * loader sees, so that this class is defined once more below the biz's loader, and knows the JDK alone.
 */
public final class DriverListing implements Supplier<List<Driver>>, Consumer<Driver> {

    /** Is called by way of reflection. */
    public DriverListing() {}

    @Override
    public List<Driver> get() {
        return Collections.list(DriverManager.getDrivers());
    }

    @Override
    public void accept(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
