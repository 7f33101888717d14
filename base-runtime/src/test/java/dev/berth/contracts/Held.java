package dev.berth.contracts;

import dev.berth.api.spi.DynamicInvoker;

/** Static fields of the base in which a biz may leave what it was given. */
public final class Held {

    public static volatile PriceService stub;
    public static volatile PriceService found;
    public static volatile DynamicInvoker<PriceService> invoker;

    /** What happens between two calls of a biz. */
    public static volatile Runnable between = () -> {};

    /** What happens when a bean of a biz is destroyed. */
    public static volatile Runnable closing = () -> {};

    private Held() {}
}
