package com.example.caching;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.CachePut;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

@Service
public class Quotes {

    private final AtomicInteger asked = new AtomicInteger();

    @Cacheable(cacheNames = "quotes", unless = "#result.endsWith('none')")
    public String of(String article) {
        int count = asked.incrementAndGet();
        return count + ". " + (article.isEmpty() ? "none" : article);
    }

    @CachePut("quotes")
    public String set(String article, String quote) {
        return quote;
    }

    @CacheEvict(cacheNames = "quotes", allEntries = true)
    public void forget() {}

    @Cacheable(cacheNames = "few", sync = true, key = "#number * 2")
    public int twice(int number) {
        return asked.incrementAndGet() * 100 + number;
    }
}
