package dev.berth.leak.cleaner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Driver;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * JDBC drivers that a biz brought and that are still registered.
 *
 * <p>To ask for drivers in the name of the biz may initialise more of its driver classes, which register themselves then;
 * so the cure asks again until there are none.
 */
public final class Drivers implements Cleaner {

    private static final int ROUNDS = 5;

    @Override
    public List<Leftover> find(ClosedBiz biz) {
        Object listing = new Below(biz.loader()).listing();
        List<Driver> own = own(listing, biz);
        return own.stream()
                .map(driver -> Leftover.of(
                        "JDBC driver " + driver.getClass().getName(), "deregistered", () -> deregister(listing, biz)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Driver> own(Object listing, ClosedBiz biz) {
        return ((Supplier<List<Driver>>) listing)
                .get().stream().filter(biz::made).toList();
    }

    @SuppressWarnings("unchecked")
    private static void deregister(Object listing, ClosedBiz biz) {
        List<Driver> left = own(listing, biz);
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            left.forEach((Consumer<Driver>) listing);
            left = own(listing, biz);
        }
    }

    /** A loader that sees what a biz sees. */
    private static final class Below extends ClassLoader {

        Below(ClassLoader biz) {
            super(biz);
        }

        Object listing() {
            String name = Drivers.class.getPackageName() + ".DriverListing";
            try (InputStream in = Drivers.class.getResourceAsStream("DriverListing.class")) {
                if (in == null) {
                    throw new IllegalStateException("Class " + name + " has no file");
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length)
                        .getConstructor()
                        .newInstance();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
