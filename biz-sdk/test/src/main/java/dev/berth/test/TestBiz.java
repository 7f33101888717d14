package dev.berth.test;

import java.net.URI;

/**
 * A biz in a {@link TestBase}.
 *
 * <p>Safe for use by many threads.
 */
public final class TestBiz {

    private final TestBase base;
    private final String name;
    private final String version;
    private final URI url;

    TestBiz(TestBase base, String name, String version, URI url) {
        this.base = base;
        this.name = name;
        this.version = version;
        this.url = url;
    }

    /** Returns the base that it is in. */
    public TestBase base() {
        return base;
    }

    /** Returns the name that it is installed under. */
    public String name() {
        return name;
    }

    /** Returns its version. */
    public String version() {
        return version;
    }

    /** Returns the address that it is served under, without a slash at its end: {@code http://127.0.0.1:34567/pricing}. */
    public URI url() {
        return url;
    }

    /**
     * Returns an address below its own.
     *
     * @param path beginning with a slash, with its query
     */
    public URI url(String path) {
        return URI.create(url.toString().replaceAll("/$", "") + path);
    }

    /**
     * Uninstalls it and returns when the base knows what became of its class loader.
     *
     * @throws TestKitException when it can't be uninstalled
     */
    public Uninstalled uninstall() {
        return base.uninstall(this);
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
