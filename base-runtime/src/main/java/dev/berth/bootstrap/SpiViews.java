package dev.berth.bootstrap;

import dev.berth.api.spi.ProviderInfo;
import dev.berth.control.SpiView;
import dev.berth.spi.SpiState;
import java.util.List;

/** Shows SPIs as callers of the admin API see them. */
final class SpiViews {

    private SpiViews() {}

    static SpiView of(SpiState state) {
        return new SpiView(
                state.info().code(),
                state.info().version(),
                state.info().className(),
                state.providers().stream()
                        .map(provider -> provider(provider, state.methods()))
                        .toList(),
                state.consumers().stream().map(SpiViews::consumer).toList());
    }

    private static SpiView.Provider provider(SpiState.ProviderState provider, List<String> methods) {
        ProviderInfo info = provider.info();
        return new SpiView.Provider(
                info.id(),
                info.version(),
                info.rule(),
                info.priority(),
                info.fallback(),
                info.biz(),
                info.bizVersion(),
                provider.revision(),
                provider.state(),
                provider.active(),
                info.address(),
                methods.stream().map(method -> info.address() + "/" + method).toList());
    }

    private static SpiView.Consumer consumer(SpiState.ConsumerState consumer) {
        return new SpiView.Consumer(
                consumer.biz(),
                consumer.revision(),
                consumer.point(),
                consumer.type(),
                consumer.pattern(),
                consumer.versions(),
                consumer.problem());
    }
}
