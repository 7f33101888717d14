package com.example.settings;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

@ConfigurationProperties("shop")
record ShopSettings(
        String displayName,
        Duration patience,
        DataSize largestUpload,
        List<DayOfWeek> openOn,
        Map<String, Supplier> suppliers,
        @DefaultValue("3") int retries,
        @DefaultValue Limits limits) {

    record Supplier(URI address, boolean trusted) {}

    record Limits(@DefaultValue("10") int orders, @DefaultValue("100ms") Duration pause) {}
}
