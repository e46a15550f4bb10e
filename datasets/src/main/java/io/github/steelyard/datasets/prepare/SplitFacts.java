package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.DataException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** What must be known of a whole split before it can be cut; small, and gathered in one pass. */
final class SplitFacts {
  private static final int MOST_SLICES = 1000;

  private long examples;
  private final long[] classCounts;
  private final SortedSet<String> slices = new TreeSet<>();
  private @Nullable TensorType type;
  private List<Integer> shape = List.of();
  private String place = "";

  private SplitFacts(int classes) {
    this.classCounts = new long[classes];
  }

  /**
   * @throws DataException where there is no example, or two of different shapes
   */
  static SplitFacts of(JavaRDD<byte[][]> checked, String source, Labelling labelling) {
    SplitFacts all = new SplitFacts(labelling.classes());
    checked.mapPartitions(examples -> partial(examples, labelling)).collect().forEach(all::merge);
    if (all.type == null) {
      throw new DataException(source, "holds no example, expected at least one");
    }
    return all;
  }

  private static Iterator<Row> partial(Iterator<byte[][]> examples, Labelling labelling) {
    SplitFacts facts = new SplitFacts(labelling.classes());
    while (examples.hasNext()) {
      ExampleHead head = ExampleHead.read(examples.next()[0]);
      facts.examples++;
      for (int index : labelling.classesOf(head.label())) {
        facts.classCounts[index]++;
      }
      facts.addSlices(head.slices().keySet());
      facts.addShape(head.type(), head.shape(), head.place());
    }
    TensorType type = facts.type;
    if (type == null) {
      return List.<Row>of().iterator();
    }
    List<Long> counts = new ArrayList<>();
    for (long count : facts.classCounts) {
      counts.add(count);
    }
    return List.of(
            RowFactory.create(
                facts.examples,
                CollectionConverters.asScala(counts),
                CollectionConverters.asScala(List.copyOf(facts.slices)),
                type.name(),
                CollectionConverters.asScala(facts.shape),
                facts.place))
        .iterator();
  }

  private void merge(Row partial) {
    examples += partial.getLong(0);
    List<Long> counts = partial.getList(1);
    for (int index = 0; index < classCounts.length; index++) {
      classCounts[index] += counts.get(index);
    }
    addSlices(partial.getList(2));
    addShape(TensorType.valueOf(partial.getString(3)), partial.getList(4), partial.getString(5));
  }

  private void addSlices(Iterable<String> names) {
    for (String name : names) {
      if (slices.add(name) && slices.size() > MOST_SLICES) {
        throw new DataException(name, "is one slice too many, expected at most " + MOST_SLICES);
      }
    }
  }

  private void addShape(TensorType otherType, List<Integer> otherShape, String otherPlace) {
    if (type == null) {
      type = otherType;
      shape = List.copyOf(otherShape);
      place = otherPlace;
    } else if (type != otherType || !shape.equals(otherShape)) {
      throw new DataException(
          otherPlace,
          "expected "
              + type
              + " "
              + shape
              + " like "
              + place
              + ", since all inputs of a split have one shape. Found: "
              + otherType
              + " "
              + otherShape);
    }
  }

  long examples() {
    return examples;
  }

  /** How many examples each class has; none where labels are no classes. */
  List<Long> classCounts() {
    List<Long> counts = new ArrayList<>();
    for (long count : classCounts) {
      counts.add(count);
    }
    return counts;
  }

  List<String> slices() {
    return List.copyOf(slices);
  }

  TensorType type() {
    if (type == null) {
      throw new IllegalStateException("Cannot tell the type of no examples");
    }
    return type;
  }

  Shape shape() {
    return new Shape(shape.stream().map(Integer::longValue).toList());
  }

  long inputBytes() {
    return shape().elements() * type().bytes();
  }
}
