package dev.berth.beans.contract;

import java.util.concurrent.atomic.AtomicInteger;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.Pointcut;

/** An aspect that counts the calls of marked methods. */
@Aspect
public class CallCount {

    private final AtomicInteger calls = new AtomicInteger();

    @Pointcut("@annotation(dev.berth.beans.contract.Counted)")
    void marked() {}

    @Before("marked()")
    public void count() {
        calls.incrementAndGet();
    }

    public int calls() {
        return calls.get();
    }
}
