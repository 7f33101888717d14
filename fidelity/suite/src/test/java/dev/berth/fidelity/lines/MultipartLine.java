package dev.berth.fidelity.lines;

import dev.berth.fidelity.Line;
import dev.berth.fidelity.Reply;
import dev.berth.fidelity.Visitor;

/** Uploads below and above the size that is kept in memory, and above the limit. */
public final class MultipartLine implements Line {

    @Override
    public String name() {
        return "multipart";
    }

    @Override
    public String shows() {
        return "Uploads in parts, through Spring and through the servlet API, with its limits";
    }

    @Override
    public void visit(Visitor visitor) {
        upload(visitor, "/files", "small", "a few words").answers(200).with("\"size\":11", "with a note");
        visitor.get("/files/small").answers(200).with("a few words");
        upload(visitor, "/files", "large", "x".repeat(15_000)).answers(200).with("\"size\":15000");
        visitor.get("/files/large").answers(200).with("x".repeat(15_000));
        upload(visitor, "/files", "larger", "x".repeat(30_000)).answers(413);
        upload(visitor, "/parts", "small", "a few words").answers(200).with("file:11");
        visitor.postForm("/files", "title=none").answers(500);
        visitor.get("/files").answers(405);
    }

    private static Reply upload(Visitor visitor, String path, String title, String text) {
        String body =
                """
                --limit\r
                Content-Disposition: form-data; name="title"\r
                \r
                %s\r
                --limit\r
                Content-Disposition: form-data; name="note"\r
                Content-Type: application/json\r
                \r
                {"text":"with a note"}\r
                --limit\r
                Content-Disposition: form-data; name="file"; filename="words.txt"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --limit--\r
                """
                        .formatted(title, text);
        return visitor.post(path, "multipart/form-data; boundary=limit", body);
    }
}
