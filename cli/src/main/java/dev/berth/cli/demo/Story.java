package dev.berth.cli.demo;

import dev.berth.cli.client.BusinessClient.Answer;
import dev.berth.cli.output.Amounts;
import dev.berth.cli.output.PlainText;
import dev.berth.cli.output.Screen;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a demo line by line while it happens. */
final class Story {

    private static final int EXCERPT = 60;
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

    private final Screen screen;
    private int chapters;

    Story(Screen screen) {
        this.screen = screen;
    }

    void chapter(String title) {
        if (chapters > 0) {
            screen.line("");
        }
        chapters++;
        screen.line(chapters + ". " + title);
    }

    void happened(String what) {
        screen.line("   " + what);
    }

    void answered(String path, Answer answer) {
        happened("GET " + path + " -> " + answer.status() + " in " + Amounts.took(answer.took()) + excerpt(answer));
    }

    void line(String text) {
        screen.line(text);
    }

    private static String excerpt(Answer answer) {
        if (answer.status() != 200) {
            return "";
        }
        Matcher title = TITLE.matcher(answer.body());
        return title.find()
                ? "  page '" + PlainText.beginning(title.group(1), EXCERPT) + "'"
                : "  " + PlainText.beginning(answer.body(), EXCERPT);
    }
}
