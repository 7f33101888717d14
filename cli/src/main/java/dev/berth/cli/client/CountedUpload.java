package dev.berth.cli.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Streams a file with its length announced and tells a listener how many bytes went out. */
final class CountedUpload implements BodyPublisher {

    private final Path path;
    private final long modified;
    private final BodyPublisher file;
    private final UploadListener listener;

    CountedUpload(Path file, UploadListener listener) throws FileNotFoundException {
        this.path = file;
        this.modified = file.toFile().lastModified();
        this.file = BodyPublishers.ofFile(file);
        this.listener = listener;
    }

    /** Tells whether the file is another by now, as when a build writes it. */
    boolean fileHasChanged() {
        return path.toFile().length() != contentLength() || path.toFile().lastModified() != modified;
    }

    @Override
    public long contentLength() {
        return file.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        file.subscribe(new Counting(subscriber, listener, contentLength()));
    }

    private static final class Counting implements Subscriber<ByteBuffer> {

        private final Subscriber<? super ByteBuffer> target;
        private final UploadListener listener;
        private final long total;
        private long sent;

        Counting(Subscriber<? super ByteBuffer> target, UploadListener listener, long total) {
            this.target = target;
            this.listener = listener;
            this.total = total;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            target.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            sent += bytes.remaining();
            listener.sent(sent, total);
            target.onNext(bytes);
        }

        @Override
        public void onError(Throwable error) {
            target.onError(error);
        }

        @Override
        public void onComplete() {
            target.onComplete();
        }
    }
}
