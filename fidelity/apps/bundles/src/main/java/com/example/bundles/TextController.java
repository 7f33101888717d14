package com.example.bundles;

import com.example.words.Speaker;
import java.util.Date;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TextController {

    private final MessageSource messages;
    private final Map<Locale, String> guests = new ConcurrentHashMap<>();

    TextController(MessageSource messages) {
        this.messages = messages;
    }

    @PutMapping("/guest")
    void guest(@RequestBody String name, Locale locale) {
        guests.put(locale, name);
    }

    @GetMapping("/messages")
    List<String> messages(Locale locale) {
        return List.of(
                messages.getMessage("greeting", new Object[] {guests.getOrDefault(locale, "you")}, locale),
                messages.getMessage("total", new Object[] {1234567.5, new Date(0)}, locale),
                messages.getMessage("only.default", null, locale),
                messages.getMessage("second.file", null, "none", locale),
                messages.getMessage("nowhere", null, "none", locale));
    }

    @GetMapping("/bundles")
    Map<String, String> bundles(@RequestParam Locale locale) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("own", ResourceBundle.getBundle("texts.labels", locale).getString("cup"));
        texts.put(
                "by loader",
                ResourceBundle.getBundle(
                                "texts.labels", locale, Thread.currentThread().getContextClassLoader())
                        .getString("pot"));
        ResourceBundle terms =
                ResourceBundle.getBundle("com.example.words.terms", locale, Speaker.class.getClassLoader());
        texts.put("of the library", terms.getString("tea") + " " + terms.getString("cup"));
        texts.put(
                "class",
                ResourceBundle.getBundle(Colours.class.getName(), locale).getString("green"));
        return texts;
    }

    public static class Colours extends ListResourceBundle {

        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"green", "green"}};
        }
    }

    public static class Colours_de extends ListResourceBundle {

        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"green", "grün"}};
        }
    }
}
