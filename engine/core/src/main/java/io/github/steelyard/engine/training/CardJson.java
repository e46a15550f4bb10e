package io.github.steelyard.engine.training;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a card's records become JSON and back: strictly, so that a mistyped card is refused. */
final class CardJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(listsForValues())
          .build();

  private CardJson() {}

  /** What is wrong with a card, as the rest of a sentence. */
  static String sentence(IOException problem) {
    if (problem instanceof JsonMappingException mapping
        && problem.getCause() instanceof IllegalArgumentException refused) {
      return place(mapping) + refused.getMessage() + ".";
    }
    if (problem instanceof UnrecognizedPropertyException unknown) {
      return "'" + path(unknown) + "' is unknown to a model card.";
    }
    if (problem instanceof JsonMappingException mapping) {
      return "'" + path(mapping) + "' is missing or of another kind than a model card has there.";
    }
    return "expected JSON" + location(problem) + ".";
  }

  private static String place(JsonMappingException problem) {
    return problem.getPath().isEmpty() ? "" : "'" + path(problem) + "': ";
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String location(IOException problem) {
    JsonLocation location =
        problem instanceof JsonProcessingException json ? json.getLocation() : null;
    return location == null
        ? ""
        : ", which breaks at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** A shape stands as {@code [1, 28, 28]}, a label map as its names. */
  private static SimpleModule listsForValues() {
    TypeFactory types = TypeFactory.defaultInstance();
    JavaType extents = types.constructCollectionType(List.class, Long.class);
    JavaType names = types.constructCollectionType(List.class, String.class);
    JavaType shape = types.constructType(Shape.class);
    JavaType labels = types.constructType(LabelMap.class);
    return new SimpleModule()
        .addSerializer(
            Shape.class,
            new StdDelegatingSerializer(new Conversion<>(shape, extents, Shape::extents)))
        .addDeserializer(
            Shape.class,
            new StdDelegatingDeserializer<>(
                new Conversion<List<Long>, Shape>(extents, shape, Shape::new)))
        .addSerializer(
            LabelMap.class,
            new StdDelegatingSerializer(new Conversion<>(labels, names, LabelMap::names)))
        .addDeserializer(
            LabelMap.class,
            new StdDelegatingDeserializer<>(
                new Conversion<List<String>, LabelMap>(names, labels, LabelMap::new)));
  }

  private record Conversion<A, B>(JavaType from, JavaType to, Function<A, B> conversion)
      implements Converter<A, B> {
    @Override
    public B convert(A value) {
      return conversion.apply(value);
    }

    @Override
    public JavaType getInputType(TypeFactory types) {
      return from;
    }

    @Override
    public JavaType getOutputType(TypeFactory types) {
      return to;
    }
  }
}
