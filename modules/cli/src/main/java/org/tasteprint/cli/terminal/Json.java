package org.tasteprint.cli.terminal;

import java.nio.file.Path;
import org.tasteprint.core.Interval;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The JSON that commands print: snake_case names, in the order in which records declare them; files by their paths. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(Interval.class, new AsPair())
                    .addSerializer(Path.class, ToStringSerializer.instance))
            .build();

    private Json() {}

    /** An interval is written as {@code [low, high]}. */
    private static final class AsPair extends ValueSerializer<Interval> {
        @Override
        public void serialize(Interval interval, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            json.writeNumber(interval.low());
            json.writeNumber(interval.high());
            json.writeEndArray();
        }
    }

    /** One JSON value over several lines. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
