package dev.berth.cli.client;

/** Hears how far an upload is; called on the thread that sends, so it has to be quick. */
@FunctionalInterface
public interface UploadListener {

    /** Bytes were handed to the connection: how many so far, of how many. */
    void sent(long bytes, long total);
}
