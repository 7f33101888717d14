package dev.berth.application;

import dev.berth.lifecycle.BizStart;

/** What the base sets for every biz, whatever its own settings say, and where these are looked for. */
final class HostDefaults {

    private HostDefaults() {}

    static void apply(BizStart start, OperatorSettings settings) {
        // The base's own files lie in its working directory, which a biz started by itself would read too
        start.property("spring.config.location", "optional:classpath:/;optional:classpath:/config/");
        start.property("spring.config.additional-location", "optional:" + settings.location());
        // One JVM has one hook, one banner and one JMX domain: the base's
        start.property("spring.main.register-shutdown-hook", "false");
        start.property("logging.register-shutdown-hook", "false");
        start.property("spring.main.banner-mode", "off");
        start.property("spring.jmx.enabled", "false");
        start.property("spring.application.admin.enabled", "false");
    }
}
