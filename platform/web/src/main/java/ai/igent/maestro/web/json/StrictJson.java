package ai.igent.maestro.web.json;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * Jackson without its leniency: no "5" for 5, no 5 for "5", no missing primitives, no duplicate keys, no trailing text, no unknown fields, no text that
 * cannot be stored, no number for a time.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    private static final Map<LogicalType, Set<CoercionInputShape>> OWN_SHAPES = Map.of(LogicalType.Textual,
            EnumSet.of(CoercionInputShape.String, CoercionInputShape.EmptyString), LogicalType.Integer,
            EnumSet.of(CoercionInputShape.Integer),
            LogicalType.Boolean, EnumSet.of(CoercionInputShape.Boolean), LogicalType.Float,
            EnumSet.of(CoercionInputShape.Float, CoercionInputShape.Integer));

    /** After Quarkus has registered its modules, so that none of them reads a time in its own way. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.getFactory().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature());
        json.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
        json.registerModule(new SimpleModule("strict").addDeserializer(String.class, new StrictText())
                .addDeserializer(Instant.class, StrictTimes.instants()).addDeserializer(Duration.class, StrictTimes.durations()));
        OWN_SHAPES.forEach((type, own) -> refuseOtherShapes(json, type, own));
    }

    private static void refuseOtherShapes(ObjectMapper json, LogicalType type, Set<CoercionInputShape> own) {
        for (CoercionInputShape shape : CoercionInputShape.values())
            if (!own.contains(shape)) json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
    }
}
