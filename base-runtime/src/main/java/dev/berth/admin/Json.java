package dev.berth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.berth.biz.BizName;
import dev.berth.control.OperationId;
import dev.berth.error.ErrorCode;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * How answers look: identities as plain text, enums in lower case but for error codes, times as ISO 8601, absent values
 * left out.
 */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("berth-admin")
                    .addSerializer(BizName.class, ToStringSerializer.instance)
                    .addSerializer(OperationId.class, ToStringSerializer.instance)
                    .addSerializer(ErrorCode.class, ToStringSerializer.instance))
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    /** Writes a whole value, so that a failure comes before the first byte of an answer. */
    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Reads the text of the only member of an object, unless the document is anything else. */
    static Optional<String> text(byte[] document, String member) {
        try {
            JsonNode node = MAPPER.readTree(document);
            return node.isObject() && node.size() == 1 && node.path(member).isString()
                    ? Optional.of(node.path(member).stringValue())
                    : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
