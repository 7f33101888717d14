package dev.berth.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.lifecycle.Revision;
import dev.berth.lifecycle.RevisionFixture;
import dev.berth.lifecycle.RevisionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the base provides without Spring, found when an SPI is first seen. */
class BaseProviderTests {

    private final RevisionRegistry registry = new RevisionRegistry();
    private final List<Supplier<Offer>> offers = new ArrayList<>();
    private final ProviderTable table = new ProviderTable(registry, this::entries);

    @Test
    void pointersMoveWhileTheBaseMakesItsProviders() {
        // Given
        Revision shop = RevisionFixture.staged("shop", "1", 1);
        offers.add(() -> {
            CompletableFuture<Void> moved = CompletableFuture.runAsync(() -> RevisionFixture.point(registry, shop))
                    .orTimeout(10, TimeUnit.SECONDS);
            moved.join();
            return offer("slow");
        });
        // When
        Service service = table.service(Counter.class);
        // Then
        assertThat(registry.active(shop.id().name())).contains(shop);
        assertThat(service.snapshot().infos()).hasSize(1);
    }

    @Test
    void twoDefaultsAreRefusedWhenTheirSpiIsFirstSeen() {
        // Given: as two plugins bring them for an SPI of a plugin
        offers.add(() -> offer("one"));
        offers.add(() -> offer("two"));
        // When / Then
        assertThatExceptionOfType(BerthException.class)
                .isThrownBy(() -> table.service(Counter.class))
                .withMessage("The base has two defaults of 'counter' 1.0: 'two' and 'one'")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPI_PROVIDER_INVALID));
        assertThat(table.services()).noneMatch(service -> service.contract().type() == Counter.class);
    }

    private static Offer offer(String id) {
        return new Offer((Counter) () -> id, id, Optional.empty());
    }

    private List<ProviderEntry> entries(Contract contract) {
        if (contract.type() != Counter.class) {
            return List.of();
        }
        Registrar registrar = new Registrar(table, null, getClass().getClassLoader(), "localhost:1");
        return offers.stream()
                .map(offer -> registrar.entry(offer.get(), contract))
                .toList();
    }
}
