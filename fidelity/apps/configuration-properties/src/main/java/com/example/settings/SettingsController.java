package com.example.settings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SettingsController {

    private final ShopSettings shop;
    private final BannerSettings banner;
    private final Environment environment;
    private final String greeting;

    SettingsController(
            ShopSettings shop,
            BannerSettings banner,
            Environment environment,
            @Value("${banner.text} at ${shop.display-name:nowhere} #{2 + 3}") String greeting) {
        this.shop = shop;
        this.banner = banner;
        this.environment = environment;
        this.greeting = greeting;
    }

    @GetMapping("/shop")
    ShopSettings shop() {
        return shop;
    }

    @GetMapping("/banner")
    BannerSettings banner() {
        return banner;
    }

    @PutMapping("/banner")
    BannerSettings change(@RequestParam String text) {
        banner.setText(text);
        return banner;
    }

    @GetMapping("/greeting")
    String greeting() {
        return greeting;
    }

    @GetMapping("/bound")
    ShopSettings.Supplier bound(@RequestParam String name) {
        return Binder.get(environment)
                .bind("shop.suppliers." + name, Bindable.of(ShopSettings.Supplier.class))
                .get();
    }
}
