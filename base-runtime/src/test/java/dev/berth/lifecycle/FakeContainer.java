package dev.berth.lifecycle;

/** Hosts revisions in the test's own loader. */
final class FakeContainer implements BizContainer {

    @Override
    public HostedBiz open(Revision revision) {
        return new HostedBiz() {

            @Override
            public ClassLoader classLoader() {
                return FakeContainer.class.getClassLoader();
            }

            @Override
            public void activated() {}

            @Override
            public void deactivated() {}

            @Override
            public void close() {}
        };
    }
}
