package com.example.versions;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.validation.Valid;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.SessionFactory;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
public class ToolController {

    private static final String HIKARI = "META-INF/maven/com.zaxxer/HikariCP/pom.properties";

    private final Tools tools;
    private final JsonMapper json;
    private final SessionFactory sessions;
    private final HikariDataSource pool;

    ToolController(Tools tools, JsonMapper json, EntityManagerFactory entities, DataSource pool) throws SQLException {
        this.tools = tools;
        this.json = json;
        this.sessions = entities.unwrap(SessionFactory.class);
        this.pool = pool.unwrap(HikariDataSource.class);
    }

    @PostMapping("/tools")
    public Tool add(@Valid @RequestBody Tool tool) {
        return tools.save(tool);
    }

    @GetMapping("/tools")
    public List<Tool> all() {
        return tools.findAll();
    }

    @GetMapping("/tools/text")
    public String text() {
        return json.rebuild().build().writeValueAsString(tools.findAll());
    }

    @PostMapping("/tools/fail")
    @Transactional
    public void fail(@RequestBody Tool tool) {
        tools.saveAndFlush(tool);
        throw new IllegalStateException("Undo " + StringUtils.capitalize(tool.getName()));
    }

    /** The versions that the developer chose, where nothing of the base stands in. */
    @GetMapping("/versions")
    public List<String> versions() throws IOException {
        Properties hikari = new Properties();
        hikari.load(HikariDataSource.class.getClassLoader().getResourceAsStream(HIKARI));
        return List.of(
                "Hibernate's factory is open: " + sessions.isOpen(),
                "HikariCP " + hikari.getProperty("version") + " of " + pool.getMaximumPoolSize(),
                "Commons Lang " + StringUtils.class.getPackage().getImplementationVersion());
    }

    @ExceptionHandler
    public String failed(IllegalStateException failure) {
        return failure.getMessage();
    }
}
