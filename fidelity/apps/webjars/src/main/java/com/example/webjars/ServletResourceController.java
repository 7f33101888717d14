package com.example.webjars;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webjars as the servlet API tells of them. */
@RestController
class ServletResourceController {

    private final ServletContext servletContext;

    ServletResourceController(ServletContext servletContext) {
        this.servletContext = servletContext;
    }

    @GetMapping("/paths")
    List<String> paths(@RequestParam String folder) {
        return servletContext.getResourcePaths(folder).stream().sorted().toList();
    }

    @GetMapping(path = "/length", produces = MediaType.TEXT_PLAIN_VALUE)
    String length(@RequestParam String path) throws IOException {
        try (InputStream resource = servletContext.getResourceAsStream(path)) {
            return resource == null ? "none" : String.valueOf(resource.readAllBytes().length);
        }
    }

    @GetMapping(path = "/type", produces = MediaType.TEXT_PLAIN_VALUE)
    String type(@RequestParam String name) {
        return String.valueOf(servletContext.getMimeType(name));
    }
}
