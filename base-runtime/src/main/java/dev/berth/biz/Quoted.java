package dev.berth.biz;

/** Makes foreign text fit for a message: bounded in length, without control characters. */
final class Quoted {

    private static final int MAX_LENGTH = 80;

    private Quoted() {}

    static String text(String value) {
        String bounded = value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "…";
        StringBuilder printable = new StringBuilder(bounded.length());
        bounded.chars().forEach(c -> printable.append(Character.isISOControl(c) ? '?' : (char) c));
        return printable.toString();
    }
}
