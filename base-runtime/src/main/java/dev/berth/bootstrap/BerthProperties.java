package dev.berth.bootstrap;

import dev.berth.control.StandbySettings;
import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import dev.berth.leak.LeakSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The settings of a base, all below {@code berth}; docs/operations.md lists them.
 *
 * @param enabled whether the application is a base at all
 * @param home where the base keeps its files; {@code ~/.berth} unless set
 * @param admin where the admin API listens
 * @param biz how business modules are started and stopped
 * @param standby which revisions without traffic are kept
 * @param shutdown how the base ends
 * @param web how business traffic is served
 * @param leak what the base bears of biz that do not go away
 * @param export what every biz sees of the base without declaring it
 */
record BerthProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String home,
        @DefaultValue Admin admin,
        @DefaultValue Biz biz,
        @DefaultValue Standby standby,
        @DefaultValue Shutdown shutdown,
        @DefaultValue Web web,
        @DefaultValue Leak leak,
        @DefaultValue Export export) {

    /**
     * Where the admin API listens.
     *
     * @param port the port; 0 takes a free one
     * @param address the address; loopback unless set
     */
    record Admin(@DefaultValue("8081") int port, @DefaultValue("127.0.0.1") String address) {

        InetAddress inetAddress() {
            try {
                return InetAddress.getByName(address);
            } catch (UnknownHostException unknown) {
                throw new BerthException(
                        ErrorCode.INVALID_SETTINGS,
                        "Address '" + address + "' of the admin port is not known",
                        "Set berth.admin.address to an address of this machine, or leave it out for loopback.",
                        unknown);
            }
        }
    }

    /**
     * How business modules are started and stopped.
     *
     * @param startDeadline how long a start may take
     * @param drainTimeout how long calls in flight may take to end
     * @param interruptGrace how long a start that is given up may take to end
     * @param maxConcurrent how many calls each may have in flight; derived from the server's threads if not set
     */
    record Biz(
            @DefaultValue("60s") Duration startDeadline,
            @DefaultValue("30s") Duration drainTimeout,
            @DefaultValue("5s") Duration interruptGrace,
            Optional<Integer> maxConcurrent) {

        Biz {
            if (maxConcurrent.filter(calls -> calls < 1).isPresent()) {
                throw new IllegalArgumentException("A biz may have one call in flight at least");
            }
        }
    }

    /**
     * Which revisions without traffic are kept for an instant rollback.
     *
     * @param max how many of a biz
     * @param keep how long each
     * @param memoryThreshold which part of the memory may be in use after a collection before they are stopped
     */
    record Standby(
            @DefaultValue("1") int max,
            @DefaultValue("10m") Duration keep,
            @DefaultValue("0.85") double memoryThreshold) {

        Standby {
            if (max < 0 || keep.isNegative() || memoryThreshold <= 0 || memoryThreshold > 1) {
                throw new IllegalArgumentException("Numbers and times are not negative, the threshold is a part of 1");
            }
        }

        StandbySettings settings() {
            return new StandbySettings(max, keep);
        }
    }

    /**
     * How business traffic is served.
     *
     * @param tryHeader whether a request may ask for a revision that is not active
     */
    record Web(@DefaultValue("false") boolean tryHeader) {}

    /**
     * What the base bears of biz that do not go away.
     *
     * @param budget how many closed revisions may be held before installs are refused
     * @param verifyWithin how long the loader of a closed revision has to go before it counts as held
     * @param gcInterval how much time lies between two collections that are asked for, at least
     * @param gcShare which part of the time those may take that stop the application
     */
    record Leak(
            @DefaultValue("10") int budget,
            @DefaultValue("10s") Duration verifyWithin,
            @DefaultValue("1s") Duration gcInterval,
            @DefaultValue("0.1") double gcShare) {

        /** Of less an outcome comes so late that nobody waits for it. */
        private static final double LEAST_SHARE = 0.01;

        Leak {
            if (budget < 0 || verifyWithin.isNegative() || gcInterval.isNegative()) {
                throw new IllegalArgumentException("Numbers and times are not negative");
            }
            if (!(gcShare >= LEAST_SHARE && gcShare <= 1)) {
                throw new IllegalArgumentException("The share is a part of 1, and " + LEAST_SHARE + " at least");
            }
        }

        LeakSettings settings() {
            return new LeakSettings(verifyWithin, gcInterval, gcShare);
        }
    }

    /**
     * How the base ends.
     *
     * @param grace how long the end of the base may take
     */
    record Shutdown(@DefaultValue("30s") Duration grace) {

        private static final Duration OWN_END = Duration.ofSeconds(5);
        private static final int OWN_PART = 3;

        /** Leaves something for what the base itself has to close. */
        Duration graceOfBiz() {
            Duration part = grace.dividedBy(OWN_PART);
            return grace.minus(part.compareTo(OWN_END) < 0 ? part : OWN_END);
        }
    }

    /**
     * What every biz sees of the base without declaring it.
     *
     * @param libraries libraries by group and artifact, such as {@code com.acme:contracts}
     * @param packages packages, without those below them
     * @param beans beans of the base by name, type or pattern, beside those with {@code @ExportBean}
     */
    record Export(
            @DefaultValue Set<String> libraries, @DefaultValue Set<String> packages, @DefaultValue Set<String> beans) {

        Export {
            libraries = Set.copyOf(libraries);
            packages = Set.copyOf(packages);
            beans = Set.copyOf(beans);
        }
    }

    /**
     * Reads the settings of a base.
     *
     * @throws BerthException with INVALID_SETTINGS for a key that does not exist or a value that does not fit
     */
    static BerthProperties of(ConfigurableEnvironment environment) {
        try {
            BindHandler strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, BerthProperties::isStrict);
            return Binder.get(environment).bindOrCreate("berth", Bindable.of(BerthProperties.class), strict);
        } catch (BindException invalid) {
            throw refused(invalid);
        }
    }

    /** Other programs of Berth have variables of that prefix too, such as BERTH_TOKEN. */
    private static boolean isStrict(ConfigurationPropertySource source) {
        return !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource);
    }

    private static BerthException refused(BindException invalid) {
        if (invalid.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
            String keys = unbound.getUnboundProperties().stream()
                    .map(property -> "'" + property.getName() + "'")
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new BerthException(
                    ErrorCode.INVALID_SETTINGS,
                    "The base has no setting " + keys,
                    "Correct or remove it; docs/operations.md lists the settings of a base.",
                    invalid);
        }
        ConfigurationProperty property = invalid.getProperty();
        String value = property == null ? "The value" : "Value '" + property.getValue() + "'";
        return new BerthException(
                ErrorCode.INVALID_SETTINGS,
                value + " of setting '" + invalid.getName() + "' does not fit",
                "Correct it; docs/operations.md lists the settings of a base.",
                invalid);
    }
}
