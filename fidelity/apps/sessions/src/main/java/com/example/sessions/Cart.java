package com.example.sessions;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/** A bean a session. */
@Component
@SessionScope
class Cart implements Serializable {

    private final List<String> articles = new ArrayList<>();

    void add(String article) {
        articles.add(article);
    }

    List<String> articles() {
        return articles;
    }
}
