package dev.berth.guard;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.security.Security;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/**
 * A method of the JDK that tells the guard when it is called.
 *
 * @param type the class that has it
 * @param method its name
 * @param descriptor its parameters and result, as the JVM writes them
 * @param call what the guard is told
 * @param when at its begin or its end
 * @param argument the variable that goes with it
 */
record JdkHook(Class<?> type, String method, String descriptor, String call, When when, Argument argument) {

    /** At which moment the guard is told. */
    enum When {
        /** The guard may forbid the call. */
        BEFORE,
        /** The change has been made. */
        AFTER,
        /** As {@link #AFTER}, for the one object that has the properties of the JVM. */
        AFTER_IN_SYSTEM_PROPERTIES
    }

    /** What the guard is told beside the call. */
    enum Argument {
        NONE,
        INT,
        FIRST_OF_STATIC,
        FIRST_OF_INSTANCE
    }

    static final String EXIT = "Runtime.exit";
    static final String HALT = "Runtime.halt";
    static final String LOCALE = "locale";
    static final String TIME_ZONE = "time zone";
    static final String OUT = "out";
    static final String ERR = "err";
    static final String IN = "in";
    static final String HANDLER = "handler";
    static final String PROPERTY = "property";
    static final String PROVIDER = "provider";
    static final String AUTHENTICATOR = "authenticator";
    static final String PROXIES = "proxies";
    static final String COOKIES = "cookies";
    static final String RESPONSES = "responses";
    static final String VERIFIER = "verifier";
    static final String SOCKETS = "sockets";
    static final String TLS = "TLS";

    /** Returns all hooks; System.exit goes through Runtime.exit, and setters of properties through Properties. */
    static List<JdkHook> all() {
        return Stream.of(exits(), settings(), network(), properties(), providers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<JdkHook> exits() {
        return List.of(
                new JdkHook(Runtime.class, "exit", "(I)V", EXIT, When.BEFORE, Argument.INT),
                new JdkHook(Runtime.class, "halt", "(I)V", HALT, When.BEFORE, Argument.INT));
    }

    private static List<JdkHook> settings() {
        return List.of(
                after(Locale.class, "setDefault", "(Ljava/util/Locale;)V", LOCALE),
                after(Locale.class, "setDefault", "(Ljava/util/Locale$Category;Ljava/util/Locale;)V", LOCALE),
                after(TimeZone.class, "setDefault", "(Ljava/util/TimeZone;)V", TIME_ZONE),
                after(System.class, "setOut", "(Ljava/io/PrintStream;)V", OUT),
                after(System.class, "setErr", "(Ljava/io/PrintStream;)V", ERR),
                after(System.class, "setIn", "(Ljava/io/InputStream;)V", IN),
                after(
                        Thread.class,
                        "setDefaultUncaughtExceptionHandler",
                        "(Ljava/lang/Thread$UncaughtExceptionHandler;)V",
                        HANDLER));
    }

    private static List<JdkHook> network() {
        String verifier = "(Ljavax/net/ssl/HostnameVerifier;)V";
        String factory = "(Ljavax/net/ssl/SSLSocketFactory;)V";
        return List.of(
                after(Authenticator.class, "setDefault", "(Ljava/net/Authenticator;)V", AUTHENTICATOR),
                after(ProxySelector.class, "setDefault", "(Ljava/net/ProxySelector;)V", PROXIES),
                after(CookieHandler.class, "setDefault", "(Ljava/net/CookieHandler;)V", COOKIES),
                after(ResponseCache.class, "setDefault", "(Ljava/net/ResponseCache;)V", RESPONSES),
                after(HttpsURLConnection.class, "setDefaultHostnameVerifier", verifier, VERIFIER),
                after(HttpsURLConnection.class, "setDefaultSSLSocketFactory", factory, SOCKETS),
                after(SSLContext.class, "setDefault", "(Ljavax/net/ssl/SSLContext;)V", TLS));
    }

    private static List<JdkHook> properties() {
        String put = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
        String compute = "(Ljava/lang/Object;Ljava/util/function/BiFunction;)Ljava/lang/Object;";
        String merge = "(Ljava/lang/Object;Ljava/lang/Object;Ljava/util/function/BiFunction;)Ljava/lang/Object;";
        String replace = "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z";
        return List.of(
                property("compute", compute, Argument.FIRST_OF_INSTANCE),
                property("computeIfPresent", compute, Argument.FIRST_OF_INSTANCE),
                property("computeIfAbsent", compute.replace("BiFunction", "Function"), Argument.FIRST_OF_INSTANCE),
                property("merge", merge, Argument.FIRST_OF_INSTANCE),
                property("replace", replace, Argument.FIRST_OF_INSTANCE),
                property("remove", "(Ljava/lang/Object;Ljava/lang/Object;)Z", Argument.FIRST_OF_INSTANCE),
                property("replaceAll", "(Ljava/util/function/BiFunction;)V", Argument.NONE),
                property("put", put, Argument.FIRST_OF_INSTANCE),
                property("putIfAbsent", put, Argument.FIRST_OF_INSTANCE),
                property("replace", put, Argument.FIRST_OF_INSTANCE),
                property("remove", "(Ljava/lang/Object;)Ljava/lang/Object;", Argument.FIRST_OF_INSTANCE),
                property("putAll", "(Ljava/util/Map;)V", Argument.NONE),
                property("clear", "()V", Argument.NONE),
                after(System.class, "setProperties", "(Ljava/util/Properties;)V", PROPERTY));
    }

    private static List<JdkHook> providers() {
        return List.of(
                new JdkHook(
                        Security.class,
                        "insertProviderAt",
                        "(Ljava/security/Provider;I)I",
                        PROVIDER,
                        When.AFTER,
                        Argument.FIRST_OF_STATIC),
                new JdkHook(
                        Security.class,
                        "removeProvider",
                        "(Ljava/lang/String;)V",
                        PROVIDER,
                        When.AFTER,
                        Argument.FIRST_OF_STATIC));
    }

    private static JdkHook after(Class<?> type, String method, String descriptor, String call) {
        return new JdkHook(type, method, descriptor, call, When.AFTER, Argument.NONE);
    }

    private static JdkHook property(String method, String descriptor, Argument argument) {
        return new JdkHook(Properties.class, method, descriptor, PROPERTY, When.AFTER_IN_SYSTEM_PROPERTIES, argument);
    }

    /** Returns the name that the method has in messages. */
    String label() {
        return type.getSimpleName() + "." + method;
    }
}
