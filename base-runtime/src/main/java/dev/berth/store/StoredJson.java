package dev.berth.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.berth.biz.BizName;
import dev.berth.biz.BizVersion;
import dev.berth.biz.ContextPath;
import dev.berth.biz.Digest;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** How records look in the files of a home: one indented JSON document a file, identities as plain text. */
final class StoredJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(identities())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private StoredJson() {}

    private static SimpleModule identities() {
        SimpleModule module = new SimpleModule("berth-identities");
        addText(module, BizName.class, BizName::new);
        addText(module, BizVersion.class, BizVersion::new);
        addText(module, ContextPath.class, ContextPath::new);
        addText(module, Digest.class, Digest::new);
        addText(module, WantedBiz.Mode.class, WantedBiz.Mode::parse);
        return module;
    }

    private static <T> void addText(SimpleModule module, Class<T> type, Function<String, T> parser) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new TextDeserializer<>(type, parser));
    }

    /** Reads a value that is written as one text. */
    private static final class TextDeserializer<T> extends StdDeserializer<T> {

        private final Function<String, T> parser;

        TextDeserializer(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            return parser.apply(json.getString());
        }
    }
}
