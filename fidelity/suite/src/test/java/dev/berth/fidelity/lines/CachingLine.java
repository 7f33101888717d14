package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Visitor;

/** Caches that live in the biz. */
public final class CachingLine implements Line {

    @Override
    public String name() {
        return "caching";
    }

    @Override
    public String shows() {
        return "Caching with Caffeine: `@Cacheable` with conditions and `sync`, `@CachePut`, `@CacheEvict`, a bound, statistics";
    }

    @Override
    public void visit(Visitor visitor) {
        visitor.get("/quotes?article=tea").answers(200).with("1. tea");
        visitor.get("/quotes?article=tea").answers(200).with("1. tea");
        visitor.get("/quotes?article=").answers(200).with("2. none");
        visitor.get("/quotes?article=").answers(200).with("3. none");
        visitor.postForm("/quotes", "article=tea&quote=free").answers(200).with("free");
        visitor.get("/quotes?article=tea").answers(200).with("free");
        visitor.get("/twice?number=4").answers(200).with("404");
        visitor.get("/twice?number=4").answers(200).with("404");
        visitor.get("/statistics").answers(200).with("1 hits, 1 misses, 1 kept", "CaffeineCacheManager");
        visitor.send(visitor.request("/quotes").DELETE()).answers(200);
        visitor.get("/quotes?article=tea").answers(200).with("5. tea");
        visitor.get("/quotes?article=milk").answers(200);
        visitor.get("/quotes?article=bread").answers(200);
        visitor.get("/statistics").answers(200).with("2 kept");
    }
}
