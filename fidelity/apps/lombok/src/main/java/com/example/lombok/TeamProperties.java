package com.example.lombok;

import lombok.Data;
import org.springframework.boot.context.properties.ConfigurationProperties;

@Data
@ConfigurationProperties("team")
public class TeamProperties {

    private String name;
    private int maximum = 2;
}
