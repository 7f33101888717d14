package dev.berth.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.api.spi.Spi;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class StubsTests {

    private final TableFixture fixture = new TableFixture();
    private final Provider provider = new Provider();

    @Test
    void callsOfEveryKindArriveAndReturn() {
        // Given
        fixture.register(null, provider, "all");
        // When
        Everything stub = fixture.sole(Everything.class);
        // Then
        assertThat(stub.flag(true)).isTrue();
        assertThat(stub.tiny((byte) -7)).isEqualTo((byte) -7);
        assertThat(stub.letter('ß')).isEqualTo('ß');
        assertThat(stub.small((short) 300)).isEqualTo((short) 300);
        assertThat(stub.number(Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(stub.large(1L << 40, 2, 3)).isEqualTo((1L << 40) + 5);
        assertThat(stub.ratio(0.5f)).isEqualTo(0.5f);
        assertThat(stub.mean(1.5, 2.5f, 3)).isEqualTo(7.0);
        assertThat(stub.array(new int[] {1, 2})).containsExactly(1, 2);
        assertThat(stub.table(new String[][] {{"a"}})).isEqualTo(new String[][] {{"a"}});
        assertThat(stub.largest(List.of("a", "c", "b"))).isEqualTo("c");
        assertThat(stub.joined("-", "a", 1, 'x')).isEqualTo("a-1-x");
        StringBuilder seen = new StringBuilder();
        stub.nothing(seen);
        assertThat(seen).hasToString("seen");
    }

    @Test
    void inheritedGenericDefaultAndBridgeMethodsAreThoseOfTheProvider() {
        // Given
        fixture.register(null, provider, "all");
        Everything stub = fixture.sole(Everything.class);
        Parent<String> parent = stub;
        // Then
        assertThat(stub.preset()).isEqualTo("of the provider");
        assertThat(parent.echo("through the bridge")).isEqualTo("through the bridge");
        assertThat(stub.covariant()).isEqualTo("provider");
    }

    @Test
    void methodsOfObjectAreThoseOfTheStub() {
        // Given
        Everything stub = fixture.sole(Everything.class);
        // Then
        assertThat(stub).isEqualTo(stub).isNotEqualTo(fixture.sole(Everything.class));
        assertThat(stub).hasToString("Stub of 'everything'");
        assertThat(stub.hashCode()).isEqualTo(stub.hashCode());
    }

    @Test
    void exceptionsArriveAsThrown() {
        // Given
        fixture.register(null, provider, "all");
        Everything stub = fixture.sole(Everything.class);
        IOException declared = new IOException("declared");
        RuntimeException unchecked = new IllegalStateException("unchecked");
        // Then
        assertThatThrownBy(() -> stub.fails(declared)).isSameAs(declared);
        assertThatThrownBy(() -> stub.fails(unchecked)).isSameAs(unchecked);
    }

    @Test
    void stubKeepsVarargsAndExceptionsForReflection() throws Exception {
        // When
        Class<?> type = fixture.sole(Everything.class).getClass();
        Method joined = type.getMethod("joined", String.class, Object[].class);
        Method fails = type.getMethod("fails", Exception.class);
        // Then
        assertThat(joined.isVarArgs()).isTrue();
        assertThat(fails.getExceptionTypes()).containsExactly(IOException.class, InterruptedException.class);
    }

    @Test
    void stubsOfAnInterfaceShareOneClass() {
        assertThat(fixture.sole(Everything.class).getClass())
                .isSameAs(fixture.sole(Everything.class).getClass());
    }

    @Test
    void interfacesThatNobodyElseCanImplementAreRefused() {
        assertThat(refusal(Hidden.class)).contains("Hidden' can't be an SPI: it is not public");
        assertThat(refusal(Closed.class)).contains("Closed' can't be an SPI: it is sealed");
        assertThat(refusal(Runnable.class)).isEqualTo("'java.lang.Runnable' can't be an SPI: it has no @Spi");
        assertThat(refusal(NoInterface.class)).contains("NoInterface' can't be an SPI: it is not an interface");
        assertThat(refusal(BadCode.class)).contains("has the code 'a/b', which can't be a part of an address");
        assertThat(refusal(SameCode.class)).contains("has the code 'everything' and the version of");
    }

    private String refusal(Class<?> type) {
        fixture.table.service(Everything.class);
        return assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> fixture.sole(type))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPI_INVALID))
                .actual()
                .getMessage();
    }

    @Spi(code = "hidden")
    interface Hidden {}

    @Spi(code = "closed")
    public sealed interface Closed {}

    /** Lets the sealed one be. */
    public record Only() implements Closed {}

    @Spi(code = "class")
    public static class NoInterface {}

    @Spi(code = "a/b")
    public interface BadCode {}

    @Spi(code = "everything")
    public interface SameCode {}

    static final class Provider implements Everything {

        @Override
        public boolean flag(boolean value) {
            return value;
        }

        @Override
        public byte tiny(byte value) {
            return value;
        }

        @Override
        public char letter(char value) {
            return value;
        }

        @Override
        public short small(short value) {
            return value;
        }

        @Override
        public int number(int value) {
            return value;
        }

        @Override
        public long large(long first, int second, long third) {
            return first + second + third;
        }

        @Override
        public float ratio(float value) {
            return value;
        }

        @Override
        public double mean(double first, float second, double third) {
            return first + second + third;
        }

        @Override
        public void nothing(StringBuilder seen) {
            seen.append("seen");
        }

        @Override
        public int[] array(int[] values) {
            return values;
        }

        @Override
        public String[][] table(String[][] values) {
            return values;
        }

        @Override
        public <T extends Comparable<T>> T largest(List<? extends T> values) {
            return values.stream().max(Comparable::compareTo).orElseThrow();
        }

        @Override
        public String joined(String separator, Object... parts) {
            return java.util.Arrays.stream(parts)
                    .map(Object::toString)
                    .collect(java.util.stream.Collectors.joining(separator));
        }

        @Override
        public void fails(Exception failure) throws IOException {
            if (failure instanceof IOException declared) {
                throw declared;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public String echo(String value) {
            return value;
        }

        @Override
        public String covariant() {
            return "provider";
        }

        @Override
        public String preset() {
            return "of the provider";
        }
    }
}
