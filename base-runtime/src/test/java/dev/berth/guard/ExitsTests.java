package dev.berth.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.api.BizIdentity;
import dev.berth.api.BizScope;
import dev.berth.lifecycle.RevisionRegistry;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExitsTests {

    private final ClassLoader contextBefore = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void putBack() {
        Thread.currentThread().setContextClassLoader(contextBefore);
    }

    @Test
    void checkWhenTheStackCanNotBeSearchedOnAThreadOfABizRefuses() {
        // Given
        Thread.currentThread().setContextClassLoader(new Loader());
        // When / Then
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> exits().check(JdkHook.EXIT, 1))
                .withMessageContaining("Biz 'catalog:1.0' called System.exit(1)");
    }

    @Test
    void checkWhenTheStackCanNotBeSearchedOnAThreadOfTheBaseLetsTheExitPass() {
        assertThatCode(() -> exits().check(JdkHook.EXIT, 1)).doesNotThrowAnyException();
    }

    private static Exits exits() {
        return new Exits(new Reports(new RevisionRegistry()), ExitsTests::fail);
    }

    private static Optional<Caller> fail() {
        throw new StackOverflowError();
    }

    private static final class Loader extends ClassLoader implements BizScope {

        @Override
        public BizIdentity bizIdentity() {
            return new BizIdentity("catalog", "1.0", "catalog:1.0#1");
        }
    }
}
