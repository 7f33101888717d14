package dev.berth.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.biz.BizName;
import dev.berth.biz.ContextPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedPathsTests {

    private static final BizName SHOP = new BizName("shop");
    private static final BizName INNER = new BizName("inner");

    private final ClosedPaths paths = new ClosedPaths();

    @BeforeEach
    void close() {
        paths.close(SHOP, new ContextPath("/shop"));
        paths.close(INNER, new ContextPath("/shop/inner"));
    }

    @Test
    void findTakesTheLongestPathThatHoldsTheRequest() {
        assertThat(paths.find(() -> "/shop")).map(ClosedPaths.Closed::biz).contains(SHOP);
        assertThat(paths.find(() -> "/shop/items")).map(ClosedPaths.Closed::biz).contains(SHOP);
        assertThat(paths.find(() -> "/shop/inner/items"))
                .map(ClosedPaths.Closed::biz)
                .contains(INNER);
        assertThat(paths.find(() -> "/shopping")).isEmpty();
        assertThat(paths.find(() -> "/")).isEmpty();
    }

    @Test
    void openLeavesThePathToOthers() {
        // When
        paths.open(INNER);
        paths.open(INNER);
        // Then
        assertThat(paths.find(() -> "/shop/inner/items"))
                .map(ClosedPaths.Closed::biz)
                .contains(SHOP);
    }

    @Test
    void closeAgainMovesTheBiz() {
        // When
        paths.close(SHOP, new ContextPath("/store"));
        // Then
        assertThat(paths.find(() -> "/shop/items")).isEmpty();
        assertThat(paths.find(() -> "/store/items"))
                .map(ClosedPaths.Closed::biz)
                .contains(SHOP);
    }
}
