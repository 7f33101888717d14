package com.example.caching;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.cache.interceptor.SimpleKey;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QuoteController {

    private final Quotes quotes;
    private final CacheManager caches;

    QuoteController(Quotes quotes, CacheManager caches) {
        this.quotes = quotes;
        this.caches = caches;
    }

    @GetMapping("/quotes")
    String quote(@RequestParam String article) {
        return quotes.of(article);
    }

    @PostMapping("/quotes")
    String set(@RequestParam String article, @RequestParam String quote) {
        caches.getCache("quotes").put(article, quote);
        quotes.set(article, quote);
        return String.valueOf(caches.getCache("quotes").get(new SimpleKey(article, quote), String.class));
    }

    @DeleteMapping("/quotes")
    void forget() {
        quotes.forget();
    }

    @GetMapping("/twice")
    int twice(@RequestParam int number) {
        return quotes.twice(number);
    }

    @GetMapping("/statistics")
    Map<String, String> statistics() {
        Map<String, String> statistics = new TreeMap<>();
        for (String name : caches.getCacheNames()) {
            Cache<Object, Object> cache = ((CaffeineCache) caches.getCache(name)).getNativeCache();
            cache.cleanUp();
            statistics.put(
                    name,
                    cache.stats().hitCount() + " hits, " + cache.stats().missCount() + " misses, "
                            + cache.estimatedSize() + " kept");
        }
        statistics.put("manager", caches.getClass().getName());
        return statistics;
    }
}
