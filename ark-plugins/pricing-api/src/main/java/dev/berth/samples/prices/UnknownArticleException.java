package dev.berth.samples.prices;

/** Nobody sells the article. */
public class UnknownArticleException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Makes it for an article. */
    public UnknownArticleException(String article) {
        super("Nobody sells '" + article + "'");
    }
}
