package com.example.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Bound by setters, and changeable at run time. */
@ConfigurationProperties("banner")
public class BannerSettings {

    private String text = "Welcome";
    private boolean shown;

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isShown() {
        return shown;
    }

    public void setShown(boolean shown) {
        this.shown = shown;
    }
}
