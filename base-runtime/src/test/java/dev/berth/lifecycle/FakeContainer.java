package dev.berth.lifecycle;

import java.util.ArrayList;
import java.util.List;

/** Hosts revisions in the test's own loader and remembers what it was told of them. */
final class FakeContainer implements BizContainer {

    final List<String> told = new ArrayList<>();

    @Override
    public HostedBiz open(Revision revision) {
        return new HostedBiz() {

            @Override
            public ClassLoader classLoader() {
                return FakeContainer.class.getClassLoader();
            }

            @Override
            public void activated() {
                told.add("activated " + revision.id().version());
            }

            @Override
            public void deactivated() {
                told.add("deactivated " + revision.id().version());
            }

            @Override
            public void close() {}
        };
    }
}
