package dev.berth.fidelity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that differs from run to run and proves nothing.
 *
 * @param text what it looks like
 * @param replacement what stands for it in the comparison
 */
public record Mask(Pattern text, String replacement) {

    /** What changes in the answers of any application. */
    static final List<Mask> ALWAYS = List.of(
            of("(?i)(jsessionid)=[0-9A-F]{32}", "$1=<session>"),
            of("\"timestamp\":\"[^\"]+\"", "\"timestamp\":\"<time>\""),
            of("<div id='created'>[^<]+</div>", "<div id='created'><time></div>"));

    /** Makes one of a regular expression. */
    public static Mask of(String regex, String replacement) {
        return new Mask(Pattern.compile(regex), replacement);
    }

    static String hide(List<Mask> masks, String text) {
        String hidden = text;
        for (Mask mask : masks) {
            hidden = mask.text().matcher(hidden).replaceAll(mask.replacement());
        }
        return hidden;
    }
}
