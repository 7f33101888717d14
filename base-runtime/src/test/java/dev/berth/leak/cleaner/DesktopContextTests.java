package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DesktopContextTests {

    @Test
    void sweepWhenTheContextRemembersTheLoaderOfBizReplacesIt() throws Exception {
        // Given
        TinyBiz biz = TinyBiz.run(Quiet.class);
        Object context =
                Internals.constant("sun.awt.AppContext", "mainAppContext").orElseGet(DesktopContextTests::made);
        ClosedBiz closed = biz.closed();
        // As when the biz is the first of the JVM to use it
        Internals.set(context, "contextClassLoader", closed.loader());
        closed = null;
        Base.slot = null;
        assertThat(biz.isHeld()).isTrue();
        // When
        biz.clean(new DesktopContext());
        // Then
        assertThat(biz.isCollected()).isTrue();
    }

    private static Object made() {
        try {
            Class<?> type = Class.forName("sun.awt.AppContext");
            var method = type.getDeclaredMethod("getAppContext");
            method.setAccessible(true);
            return method.invoke(null);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static class Quiet implements Runnable {
        @Override
        public void run() {
            Base.slot = this;
        }
    }
}
