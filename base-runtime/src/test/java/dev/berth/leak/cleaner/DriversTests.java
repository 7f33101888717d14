package dev.berth.leak.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class DriversTests {

    @Test
    void cleanWhenBizRegisteredADriverDeregistersItAndLeavesOthers() {
        // Given
        List<Driver> ofBase = Collections.list(DriverManager.getDrivers());
        TinyBiz biz = TinyBiz.run(Registering.class);
        assertThat(biz.isHeld()).isTrue();
        // When
        List<String> messages = biz.clean(new Drivers());
        // Then
        assertThat(messages)
                .containsExactly("JDBC driver " + Registering.class.getName() + "$OwnDriver was deregistered");
        assertThat(biz.isCollected()).isTrue();
        assertThat(Collections.list(DriverManager.getDrivers()))
                .isEqualTo(ofBase)
                .isNotEmpty();
    }

    public static class Registering implements Runnable {

        @Override
        public void run() {
            try {
                DriverManager.registerDriver(new OwnDriver());
            } catch (java.sql.SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        public static class OwnDriver implements Driver {

            @Override
            public Connection connect(String url, Properties info) {
                return null;
            }

            @Override
            public boolean acceptsURL(String url) {
                return false;
            }

            @Override
            public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
                return new DriverPropertyInfo[0];
            }

            @Override
            public int getMajorVersion() {
                return 1;
            }

            @Override
            public int getMinorVersion() {
                return 0;
            }

            @Override
            public boolean jdbcCompliant() {
                return false;
            }

            @Override
            public Logger getParentLogger() {
                return Logger.getGlobal();
            }
        }
    }
}
