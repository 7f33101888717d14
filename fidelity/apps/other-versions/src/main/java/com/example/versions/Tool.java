package com.example.versions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.StdSerializer;

@Entity
public class Tool {

    /** Written by a serializer that extends Jackson's. */
    public static class Loud extends StdSerializer<String> {

        public Loud() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toUpperCase(java.util.Locale.ROOT));
        }
    }

    @Id
    @NotBlank
    private String name;

    @JsonSerialize(using = Loud.class)
    private String use;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUse() {
        return use;
    }

    public void setUse(String use) {
        this.use = use;
    }
}
