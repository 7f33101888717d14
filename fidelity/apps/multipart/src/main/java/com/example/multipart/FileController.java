package com.example.multipart;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class FileController {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @PostMapping("/files")
    Upload upload(
            @RequestParam MultipartFile file, @RequestParam String title, @RequestPart(required = false) Note note)
            throws IOException {
        files.put(title, file.getBytes());
        return new Upload(file.getOriginalFilename(), file.getContentType(), file.getSize(), note);
    }

    @GetMapping("/files/{title}")
    ResponseEntity<byte[]> download(@PathVariable String title) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(title + ".txt")
                                .build()
                                .toString())
                .body(files.get(title));
    }

    /** As the servlet API tells it. */
    @PostMapping("/parts")
    List<String> parts(HttpServletRequest request) throws IOException, ServletException {
        return request.getParts().stream()
                .map(part -> part.getName() + ":" + part.getSize() + ":" + names(part))
                .sorted()
                .toList();
    }

    private static String names(Part part) {
        return part.getHeaderNames().stream().sorted().toList().toString();
    }

    record Note(String text) {}

    record Upload(String name, String type, long size, Note note) {}
}
