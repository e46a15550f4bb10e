package io.github.steelyard.datasets.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.SparkTest;
import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SplitSlicesIT extends SparkTest {
  private static final LabelMap CLASSES = new LabelMap(List.of("ill", "well"));

  /** Hospital, age, label, weight. */
  private static final Object[][] ROWS = {
    {"north", "61", 0, 1.0},
    {"north", "30", 1, 0.5},
    {"south", "70", 1, 2.0},
    {null, "80", 0, 1.0},
    {"a, b", null, 1, 0.0},
  };

  private static PreparedSplit split(String name, String... slices) {
    return new PreparedSplit(
        "patients",
        name,
        "0",
        "folder/" + name,
        ROWS.length,
        10,
        1,
        TensorType.FLOAT32,
        Shape.of(4),
        ClassificationTask.NAME,
        CLASSES,
        List.of(slices),
        List.of(2L, 3L),
        false);
  }

  private static RowBlock examples() {
    RowBlock block =
        new RowBlock(
            PreparedColumns.examples(new ClassificationTask(), List.of("hospital", "age")),
            ROWS.length);
    for (int row = 0; row < ROWS.length; row++) {
      block.longs("ordinal")[row] = row;
      block.strings("id")[row] = "p" + row;
      block.strings("slice_hospital")[row] = (String) ROWS[row][0];
      block.strings("slice_age")[row] = (String) ROWS[row][1];
      block.ints("label")[row] = (int) ROWS[row][2];
      block.doubles("weight")[row] = (double) ROWS[row][3];
    }
    return block;
  }

  private String[] values(SliceDefinition... definitions) {
    SplitSlices slices = SplitSlices.none(split("test", "hospital", "age"));
    for (SliceDefinition definition : definitions) {
      slices.add(spark(), definition);
    }
    String last = definitions[definitions.length - 1].name();
    return slices.open().with(examples()).strings("slice_" + last);
  }

  private String[] sql(String sql) {
    return values(SliceDefinition.ofSql("s", sql));
  }

  /** Serializable, as it goes to tasks. */
  private record Halves(String name) implements OrdinalSlice {
    @Override
    public String value(long ordinal) {
      return ordinal == 0 ? null : ordinal < 3 ? "first" : "second";
    }
  }

  @Test
  void whatARunFindsOutByOrdinalsStandsBehindWhatTheSuiteDefines() {
    SplitSlices slices = SplitSlices.none(split("test", "hospital", "age"));
    slices.add(spark(), SliceDefinition.ofSql("old", "age > 60"));
    slices.add(new Halves("half"));

    RowBlock block = slices.open().with(examples());

    assertThat(slices.names()).containsExactly("old", "half");
    assertThat(block.strings("slice_old")).containsExactly("true", "false", "true", "true", null);
    assertThat(block.strings("slice_half"))
        .containsExactly(null, "first", "first", "second", "second");
  }

  @Test
  void aNameThatAnotherSliceHasIsRefused() {
    SplitSlices slices = SplitSlices.none(split("test", "hospital", "age"));

    assertThatThrownBy(() -> slices.add(new Halves("age")))
        .hasMessage(
            "Slices 'age' of patients/test: expected a name that no other slice has. Found: age");
  }

  @Test
  void aBooleanGivesTheSlicesOfTheTrueOnesAndOfTheFalseOnes() {
    assertThat(sql("age > 60 AND hospital = 'north'"))
        .containsExactly("true", "false", "false", null, "false");
    assertThat(sql("hospital IS NULL")).containsExactly("false", "false", "false", "true", "false");
  }

  @Test
  void aTextGivesOneSliceForEachOfItsValues() {
    assertThat(sql("CASE WHEN cast(age AS int) BETWEEN 60 AND 75 THEN 'old' ELSE hospital END"))
        .containsExactly("old", "north", "old", null, "a, b");
    assertThat(sql("cast(age AS int) DIV 10")).containsExactly("6", "3", "7", "8", null);
  }

  @Test
  void labelsGoByNameAndWeightsAreNumbers() {
    assertThat(sql("label || if(weight >= 1, '+', '-')"))
        .containsExactly("ill+", "well-", "well+", "ill+", "well-");
    assertThat(sql("id IN ('p0', 'p4')"))
        .containsExactly("true", "false", "false", "false", "true");
  }

  @Test
  void whatOccursTwiceIsComputedInAStepOfItsOwn() {
    assertThat(
            sql(
                "substring(age, 1, 1) BETWEEN '6' AND '7' OR"
                    + " concat(hospital, age) BETWEEN 'north2' AND 'north3~'"))
        .containsExactly("true", "true", "true", null, null);
  }

  @Test
  void aCrossHasTheCombinationsThatOccurAndNeverMixesThemUp() {
    assertThat(values(SliceDefinition.ofCross(null, List.of("hospital", "age"))))
        .containsExactly("north, 61", "north, 30", "south, 70", null, null);
    assertThat(
            values(
                SliceDefinition.ofSql("any", "coalesce(age, 'b\\\\')"),
                SliceDefinition.ofCross("both", List.of("hospital", "any"))))
        .containsExactly("north, 61", "north, 30", "south, 70", null, "a\\, b, b\\\\");
  }

  @Test
  void theStoredColumnsStayAndTheNewOnesFollowThem() {
    SplitSlices slices = SplitSlices.none(split("test", "hospital", "age"));
    slices.add(spark(), SliceDefinition.ofSql("old", "age > 60"));
    slices.add(spark(), SliceDefinition.ofCross(null, List.of("old", "hospital")));
    RowBlock examples = examples();

    RowBlock extended = slices.open().with(examples);

    assertThat(slices.names()).containsExactly("old", "old x hospital");
    assertThat(extended.columns().subList(0, examples.columns().size()))
        .isEqualTo(examples.columns());
    assertThat(extended.columns().stream().map(Column::id)).doesNotHaveDuplicates();
    assertThat(extended.longs("ordinal")).isSameAs(examples.longs("ordinal"));
    assertThat(extended.strings("slice_old x hospital"))
        .containsExactly("true, north", "false, north", "true, south", null, null);
    assertThat(SplitSlices.none(split("test", "hospital", "age")).open().with(examples))
        .isSameAs(examples);
  }

  @Test
  void itTravelsToExecutors() throws Exception {
    SplitSlices slices = SplitSlices.none(split("test", "hospital", "age"));
    slices.add(spark(), SliceDefinition.ofSql("old", "cast(age as int) BETWEEN 60 AND 75"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(slices);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((SplitSlices) in.readObject()).open().with(examples()).strings("slice_old"))
          .containsExactly("true", "false", "true", "false", null);
    }
  }

  @Test
  void theSessionsOwnRulesChangeNothing() {
    spark().conf().set("spark.sql.ansi.enabled", "false");
    try {
      assertThatThrownBy(() -> sql("cast(hospital AS int) > 3"))
          .hasMessage(
              "Slices 's' of patients/test: expected a row that the expression has a value for."
                  + " Found: The value 'north' of the type \"STRING\" cannot be cast to \"INT\""
                  + " because it is malformed. Correct the value as per the syntax, or change its"
                  + " target type. Use `try_cast` to tolerate malformed input and return NULL"
                  + " instead");
    } finally {
      spark().conf().unset("spark.sql.ansi.enabled");
    }
    assertThat(sql("try_cast(hospital AS int) > 3")).containsOnlyNulls();
  }

  @Test
  void whatDoesNotFitTheColumnsIsSaidBeforeAnyRowIsRead() {
    assertThatThrownBy(() -> sql("agee > 60"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Slices 's' of patients/test: expected columns of age, hospital, id, label, weight."
                + " Found: agee");
    assertThatThrownBy(() -> sql("Age > 60"))
        .hasMessage(
            "Slices 's' of patients/test: expected columns of age, hospital, id, label, weight."
                + " Found: Age");
    assertThatThrownBy(() -> sql("current_date > '2020'"))
        .hasMessage(
            "Slices 's' of patients/test: expected columns of age, hospital, id, label, weight."
                + " Found: current_date");
    assertThatThrownBy(() -> sql("weight * 2"))
        .hasMessage(
            "Slices 's' of patients/test: expected a boolean, a text or a whole number as its"
                + " value. Found: double");
    assertThatThrownBy(() -> sql("age + hospital"))
        .hasMessageStartingWith(
            "Slices 's' of patients/test: expected an SQL expression that fits its columns. Found:"
                + " Cannot resolve \"(age + hospital)\" due to data type mismatch:")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining("SQLSTATE");
    assertThatThrownBy(() -> values(SliceDefinition.ofSql("age", "hospital = 'north'")))
        .hasMessage(
            "Slices 'age' of patients/test: expected a name that no slice column of the data set"
                + " has. Found: age");
    assertThatThrownBy(() -> values(SliceDefinition.ofCross("c", List.of("age", "label"))))
        .hasMessage("Slices 'c' of patients/test: expected columns of hospital, age. Found: label");
  }

  @Test
  void aDefinitionHoldsWhereItsColumnsAreAndFailsWhereNoSplitHasThem() {
    PreparedSplit both = split("both", "hospital", "age");
    PreparedSplit one = split("one", "hospital");
    Map<String, List<String>> problems = new TreeMap<>();

    DefinedSlices defined =
        DefinedSlices.of(
            spark(),
            List.of(both, one),
            List.of(
                SliceDefinition.ofSql("old", "age > 60"),
                SliceDefinition.ofCross(null, List.of("old", "hospital")),
                SliceDefinition.ofSql("north", "hospital = 'north'"),
                SliceDefinition.ofSql("misspelt", "hospitl = 'north'")),
            true,
            (split, problem) ->
                problems
                    .computeIfAbsent(split.split(), unused -> new ArrayList<>())
                    .add(problem.getMessage()));

    DefinedSlices ofTwins =
        DefinedSlices.of(
            spark(),
            List.of(one, one),
            List.of(
                SliceDefinition.ofSql("s", "hospital = 'a'"),
                SliceDefinition.ofSql("elsewhere", "ward = 'a'")),
            false,
            (split, problem) -> problems.put("none of these", List.of(problem.getMessage())));
    assertThat(ofTwins.of(one).names()).containsExactly("s");
    assertThat(defined.of(both).names()).containsExactly("old", "old x hospital", "north");
    assertThat(defined.of(one).names()).containsExactly("north");
    assertThat(problems)
        .containsExactly(
            Map.entry(
                "both",
                List.of(
                    "Slices 'misspelt' of patients/both: expected columns of age, hospital, id,"
                        + " label, weight. Found: hospitl")),
            Map.entry(
                "one",
                List.of(
                    "Slices 'misspelt' of patients/one: expected columns of hospital, id, label,"
                        + " weight. Found: hospitl")));
  }
}
