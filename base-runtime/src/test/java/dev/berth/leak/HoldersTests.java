package dev.berth.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lifecycle.LoaderHolder;
import dev.berth.testing.LibraryJar;
import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Each place that can hold a loader is found by what a class of that loader has left there. */
class HoldersTests {

    private static final String SOURCE =
            """
            package com.acme.leaky;
            import java.util.concurrent.*;
            public class Leak implements Callable<Runnable> {
                %s
                public Runnable call() throws Exception {
                    %s
                }
            }
            """;

    @TempDir
    Path directory;

    private Runnable undo = () -> {};
    private URLClassLoader loader;

    @BeforeEach
    void nothingIsHeldBefore() {
        undo = () -> {};
    }

    @AfterEach
    void undo() throws Exception {
        undo.run();
        loader.close();
    }

    @Test
    void threadIsFoundByItsClass() throws Exception {
        // When
        leak(
                "static class Poller extends Thread { public void run() { try { sleep(60000); } catch"
                        + " (InterruptedException end) {} } }",
                "Poller poller = new Poller(); poller.setName(\"poller\"); poller.setContextClassLoader(null);"
                        + " poller.setDaemon(true); poller.start(); while (poller.getState() != Thread.State.TIMED_WAITING)"
                        + " Thread.onSpinWait(); return poller::interrupt;");
        // Then
        assertThat(found()).singleElement().satisfies(holder -> {
            assertThat(holder.kind()).isEqualTo("thread");
            assertThat(holder.description()).isEqualTo("Thread 'poller' is a com.acme.leaky.Leak$Poller of the biz");
            assertThat(holder.stack().orElseThrow()).contains("com.acme.leaky.Leak$Poller.run(");
        });
    }

    @Test
    void threadIsFoundByWhatItRuns() throws Exception {
        // When
        leak(
                "",
                "Thread thread = new Thread(() -> { try { Thread.sleep(60000); } catch (InterruptedException end) {}"
                        + " }, \"runner\"); thread.setContextClassLoader(null); thread.setDaemon(true);"
                        + " thread.start(); return thread::interrupt;");
        // Then
        assertThat(found())
                .singleElement()
                .extracting(LoaderHolder::description)
                .asString()
                .startsWith("Thread 'runner' runs a com.acme.leaky.Leak$$Lambda");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadIsFoundByItsStack() throws Exception {
        // When
        leak(
                "static void nap() { try { Thread.sleep(60000); } catch (InterruptedException end) {} }",
                "Thread thread = (Thread) Thread.class.getMethod(\"startVirtualThread\", Runnable.class)"
                        + ".invoke(null, (Runnable) Leak::nap); Thread.sleep(200); return thread::interrupt;");
        // Then
        assertThat(found()).anySatisfy(holder -> {
            assertThat(holder.kind()).isEqualTo("virtual thread");
            assertThat(holder.description()).endsWith("runs code of com.acme.leaky.Leak");
            assertThat(holder.stack().orElseThrow()).contains("com.acme.leaky.Leak.nap(");
        });
    }

    @Test
    void threadLocalOfALiveThreadIsFound() throws Exception {
        // When
        leak(
                "static final ThreadLocal<Object> KEPT = new ThreadLocal<>();",
                "KEPT.set(new Leak()); return KEPT::remove;");
        // Then
        assertOnly(
                "thread local",
                "A thread local of thread '" + Thread.currentThread().getName()
                        + "' has a com.acme.leaky.Leak; its key is a java.lang.ThreadLocal");
    }

    @Test
    void shutdownHookIsFound() throws Exception {
        // When
        leak(
                "",
                "Thread hook = new Thread(() -> {}, \"hook\"); Runtime.getRuntime().addShutdownHook(hook);"
                        + " return () -> Runtime.getRuntime().removeShutdownHook(hook);");
        // Then
        assertThat(found()).anySatisfy(holder -> {
            assertThat(holder.kind()).isEqualTo("shutdown hook");
            assertThat(holder.description()).isEqualTo("Shutdown hook 'hook' is the biz's");
        });
    }

    @Test
    void jdbcDriverIsFound() throws Exception {
        // When
        leak(
                "static class Driver implements java.sql.Driver { public java.sql.Connection connect(String u,"
                        + " java.util.Properties p) { return null; } public boolean acceptsURL(String u) { return"
                        + " false; } public java.sql.DriverPropertyInfo[] getPropertyInfo(String u,"
                        + " java.util.Properties p) { return null; } public int getMajorVersion() { return 1; } public"
                        + " int getMinorVersion() { return 1; } public boolean jdbcCompliant() { return false; } public"
                        + " java.util.logging.Logger getParentLogger() { return null; } }",
                "Driver driver = new Driver(); java.sql.DriverManager.registerDriver(driver); return () -> { try {"
                        + " java.sql.DriverManager.deregisterDriver(driver); } catch (java.sql.SQLException e) {} };");
        // Then
        assertOnly("driver", "JDBC driver 'com.acme.leaky.Leak$Driver' is the biz's");
    }

    @Test
    void mbeanAndNotificationListenerAreFound() throws Exception {
        // When
        leak(
                "public interface ToolMBean {} public static class Tool implements ToolMBean {}",
                "javax.management.MBeanServer s = java.lang.management.ManagementFactory.getPlatformMBeanServer();"
                        + " javax.management.ObjectName n = new javax.management.ObjectName(\"acme:type=Tool\");"
                        + " s.registerMBean(new Tool(), n);"
                        + " javax.management.NotificationEmitter e = (javax.management.NotificationEmitter)"
                        + " java.lang.management.ManagementFactory.getMemoryMXBean();"
                        + " javax.management.NotificationListener l = (a, b) -> {}; e.addNotificationListener(l, null,"
                        + " null); return () -> { try { s.unregisterMBean(n); e.removeNotificationListener(l); }"
                        + " catch (Exception gone) {} };");
        // Then
        assertThat(found())
                .anyMatch(holder -> holder.description().equals("MBean 'acme:type=Tool' is of a class of the biz"))
                .anyMatch(holder -> holder.kind().equals("notification listener")
                        && holder.description().contains(ManagementFactory.MEMORY_MXBEAN_NAME));
    }

    @Test
    void taskInATimerOfSomebodyElseIsFound() throws Exception {
        // Given
        java.util.Timer timer = new java.util.Timer("shared", true);
        System.getProperties().put("holders-timer", timer);
        // When
        leak(
                "static class Task extends java.util.TimerTask { public void run() {} }",
                "Task task = new Task(); ((java.util.Timer)"
                        + " System.getProperties().get(\"holders-timer\")).schedule(task, 60000); return () ->"
                        + " task.cancel();");
        // Then
        List<LoaderHolder> found = found();
        timer.cancel();
        System.getProperties().remove("holders-timer");
        assertThat(found)
                .extracting(LoaderHolder::description)
                .containsExactly("Timer 'shared' has a task com.acme.leaky.Leak$Task of the biz");
    }

    @Test
    void logHandlerIsFound() throws Exception {
        // When
        leak(
                "static class Sink extends java.util.logging.Handler { public void publish(java.util.logging.LogRecord"
                        + " r) {} public void flush() {} public void close() {} }",
                "Sink sink = new Sink(); java.util.logging.Logger root ="
                        + " java.util.logging.Logger.getLogger(\"\"); root.addHandler(sink); return () ->"
                        + " root.removeHandler(sink);");
        // Then
        assertOnly("log handler", "java.util.logging's logger '' has a com.acme.leaky.Leak$Sink of the biz");
    }

    @Test
    void securityProviderIsFound() throws Exception {
        // When
        leak(
                "static class Own extends java.security.Provider { Own() { super(\"own\", \"1\", \"\"); } }",
                "java.security.Security.addProvider(new Own()); return () ->"
                        + " java.security.Security.removeProvider(\"own\");");
        // Then
        assertOnly("security provider", "Security provider 'own' is the biz's");
    }

    @Test
    void defaultUncaughtExceptionHandlerIsFound() throws Exception {
        // When
        leak(
                "",
                "Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();"
                        + " Thread.setDefaultUncaughtExceptionHandler((t, e) -> {}); return () ->"
                        + " Thread.setDefaultUncaughtExceptionHandler(before);");
        // Then
        assertOnly("uncaught exception handler", "The default uncaught exception handler is the biz's");
    }

    @Test
    void nothingIsFoundWhereNothingIsHeld() throws Exception {
        // When
        leak("", "return () -> {};");
        // Then
        assertThat(found()).isEmpty();
    }

    private void assertOnly(String kind, String description) {
        assertThat(found()).containsExactly(LoaderHolder.of(kind, description));
    }

    private List<LoaderHolder> found() {
        return new Holders()
                .of(new Suspect(new PhantomReference<>(loader, new ReferenceQueue<>()), Set.of("com.acme.leaky")));
    }

    @SuppressWarnings("unchecked")
    private void leak(String members, String body) throws Exception {
        Path jar = LibraryJar.of("com.acme:leaky:1")
                .source(SOURCE.formatted(members, body))
                .write(directory);
        loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        Callable<Runnable> leak = (Callable<Runnable>)
                loader.loadClass("com.acme.leaky.Leak").getConstructor().newInstance();
        undo = leak.call();
    }
}
