package dev.berth.admin;

import dev.berth.error.BerthException;
import dev.berth.error.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an upload; tells a connection that broke off from a disk that failed. */
final class UploadBody extends FilterInputStream {

    UploadBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw incomplete(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw incomplete(e);
        }
    }

    private static BerthException incomplete(IOException cause) {
        return new BerthException(
                ErrorCode.UPLOAD_INCOMPLETE,
                "The upload broke off before its end",
                "Send the whole jar again; nothing of it was kept.",
                cause);
    }
}
