package io.github.steelyard.datasets.prepare;

import io.github.steelyard.datasets.example.ExampleChunk;
import io.github.steelyard.datasets.example.ExampleHead;
import io.github.steelyard.datasets.example.InputForm;
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
  private @Nullable InputForm form;

  private SplitFacts(int classes) {
    this.classCounts = new long[classes];
  }

  /**
   * @throws DataException where there is no example, or two of different shapes
   */
  static SplitFacts of(JavaRDD<byte[][]> chunks, String source, Labelling labelling) {
    SplitFacts all = new SplitFacts(labelling.classes());
    chunks.mapPartitions(some -> partial(some, labelling)).collect().forEach(all::merge);
    if (all.form == null) {
      throw new DataException(source, "holds no example, expected at least one");
    }
    return all;
  }

  private static Iterator<Row> partial(Iterator<byte[][]> chunks, Labelling labelling) {
    SplitFacts facts = new SplitFacts(labelling.classes());
    while (chunks.hasNext()) {
      facts.add(ExampleChunk.of(chunks.next()), labelling);
    }
    InputForm form = facts.form;
    if (form == null) {
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
                form.type().name(),
                CollectionConverters.asScala(form.shape()),
                form.place()))
        .iterator();
  }

  private void add(ExampleChunk chunk, Labelling labelling) {
    addForm(chunk.form());
    examples += chunk.size();
    for (int example = 0; example < chunk.size(); example++) {
      ExampleHead head = chunk.head(example);
      for (int index : labelling.classesOf(head.label())) {
        classCounts[index]++;
      }
      addSlices(head.slices().keySet());
    }
  }

  private void merge(Row partial) {
    examples += partial.getLong(0);
    List<Long> counts = partial.getList(1);
    for (int index = 0; index < classCounts.length; index++) {
      classCounts[index] += counts.get(index);
    }
    addSlices(partial.getList(2));
    addForm(
        new InputForm(
            TensorType.valueOf(partial.getString(3)), partial.getList(4), partial.getString(5)));
  }

  private void addSlices(Iterable<String> names) {
    for (String name : names) {
      if (slices.add(name) && slices.size() > MOST_SLICES) {
        throw new DataException(name, "is one slice too many, expected at most " + MOST_SLICES);
      }
    }
  }

  private void addForm(InputForm other) {
    if (form == null) {
      form = other;
    } else if (!form.fits(other.type(), other.shape())) {
      throw form.refusal(other);
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

  private InputForm form() {
    if (form == null) {
      throw new IllegalStateException("Cannot tell the form of no inputs");
    }
    return form;
  }

  TensorType type() {
    return form().type();
  }

  Shape shape() {
    return new Shape(form().shape().stream().map(Integer::longValue).toList());
  }

  long inputBytes() {
    return shape().elements() * type().bytes();
  }
}
