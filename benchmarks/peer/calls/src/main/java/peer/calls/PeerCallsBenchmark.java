package peer.calls;

import com.alipay.sofa.ark.api.ArkClient;
import com.alipay.sofa.ark.api.ClientResponse;
import com.alipay.sofa.ark.api.ResponseCode;
import com.alipay.sofa.ark.spi.constant.Constants;
import com.alipay.sofa.ark.spi.model.BizOperation;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.context.ConfigurableApplicationContext;
import peer.facade.Imported;
import peer.facade.Prices;

/**
 * One call of each kind, in nanoseconds, in the peer's base with a biz in its own loader. {@code peer.importer} names the jar
 * of that biz.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerCallsBenchmark {

    private ConfigurableApplicationContext base;
    private Prices direct;
    private Prices imported;
    private long article;

    /** Starts the base and installs the biz. */
    @Setup
    public void start() throws Throwable {
        CalledBase.main(new String[0]);
        base = CalledBase.context();
        ClientResponse answer = ArkClient.installOperation(new BizOperation()
                .setOperationType(BizOperation.OperationType.INSTALL)
                .setBizName("importer")
                .setBizVersion("1")
                .putParameter(
                        Constants.CONFIG_BIZ_URL,
                        Path.of(System.getProperty("peer.importer")).toUri().toString()));
        if (answer.getCode() != ResponseCode.SUCCESS) {
            throw new IllegalStateException("The biz was not installed: " + answer.getMessage());
        }
        direct = base.getBean(CalledBase.Direct.class);
        imported = Imported.prices();
        if (imported == null || imported.price(1) != 2) {
            throw new IllegalStateException("The biz was not given the bean of the base");
        }
    }

    /** Stops the base. */
    @TearDown
    public void stop() {
        base.close();
    }

    /** A call of a bean of the base by the base. */
    @Benchmark
    public long direct() {
        return direct.price(article++);
    }

    /** A call of the same bean by what a biz was given for {@code @AutowiredFromBase}. */
    @Benchmark
    public long exported() {
        return imported.price(article++);
    }
}
