package io.github.steelyard.datasets.slice;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An SQL expression over the columns of one row, checked and resolved by Spark in the driver and
 * evaluated in the executors without a query of its own: the rows are being read anyhow. For that
 * it needs what Spark calls internal, which of this package only this class knows.
 *
 * <p>ANSI rules hold, column names are case-sensitive and the time zone is UTC, whatever the
 * session's settings: the same suite gives the same slices everywhere.
 */
final class SqlExpression implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Spark's plan is one projection on top of others, which compute what occurs more than once.
   *
   * @param input what the expressions refer to
   */
  private record Step(Seq<Expression> expressions, Seq<Attribute> input) implements Serializable {}

  /** The lowest projection first. */
  private final ArrayList<Step> steps;

  private SqlExpression(List<Step> steps) {
    this.steps = new ArrayList<>(steps);
  }

  /** Why an expression is refused whatever the columns; empty where it is not. */
  static Optional<Refusal> refusal(String sql) {
    if (sql.length() > AllowedSql.LONGEST) {
      return Optional.of(
          new Refusal(
              "an SQL expression of at most " + AllowedSql.LONGEST + " characters",
              sql.length() + " characters"));
    }
    Expression root;
    try {
      root = new CatalystSqlParser().parseExpression(sql);
    } catch (RuntimeException e) {
      return Optional.of(new Refusal("an SQL expression", sentence(e)));
    } catch (Exception e) {
      // Spark throws its checked exceptions without declaring them.
      return Optional.of(new Refusal("an SQL expression", sentence(e)));
    }
    return nodes(root).stream()
        .filter(node -> !allowed(node))
        .findFirst()
        .map(node -> new Refusal(AllowedSql.text(), name(node)));
  }

  private static boolean allowed(Expression node) {
    if (node instanceof UnresolvedFunction function) {
      return function.nameParts().size() == 1
          && AllowedSql.function(function.nameParts().apply(0).toLowerCase(Locale.ROOT));
    }
    // A date or timestamp may be 'now'.
    boolean harmlessType =
        !(node instanceof Cast || node instanceof Literal)
            || node.dataType() instanceof NumericType
            || node.dataType() instanceof StringType
            || node.dataType() instanceof BooleanType
            || node.dataType() instanceof NullType;
    return harmlessType && AllowedSql.node(node.getClass().getSimpleName());
  }

  private static String name(Expression node) {
    return node instanceof Cast || node instanceof Literal
        ? node.dataType().simpleString()
        : node.prettyName();
  }

  /** The names that an expression mentions. */
  static SortedSet<String> columns(String sql) {
    SortedSet<String> names = new TreeSet<>();
    for (Expression node : nodes(new CatalystSqlParser().parseExpression(sql))) {
      if (node instanceof UnresolvedAttribute attribute) {
        names.add(attribute.nameParts().mkString("."));
      }
    }
    return names;
  }

  private static List<Expression> nodes(Expression root) {
    List<Expression> nodes = new ArrayList<>();
    Deque<Expression> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Expression node = open.pop();
      nodes.add(node);
      CollectionConverters.asJava(node.children()).forEach(open::push);
    }
    return nodes;
  }

  /**
   * Resolves an expression that is not refused.
   *
   * @param columns all that it mentions, with their types
   * @throws UnfitExpressionException when types do not go together, or its value is neither a
   *     boolean nor a text nor a whole number
   */
  static SqlExpression resolve(SparkSession spark, StructType columns, String sql) {
    SparkSession active = SparkSession.active();
    SparkSession own = spark.newSession();
    own.conf().set("spark.sql.ansi.enabled", "true");
    own.conf().set("spark.sql.caseSensitive", "true");
    own.conf().set("spark.sql.session.timeZone", "UTC");
    SparkSession.setActiveSession(own);
    try {
      Dataset<Row> nothing = own.createDataFrame(own.emptyDataFrame().toJavaRDD(), columns);
      DataType type = nothing.select(functions.expr(sql)).schema().apply(0).dataType();
      if (!names(type)) {
        throw new UnfitExpressionException(
            new Refusal("a boolean, a text or a whole number as its value", type.simpleString()));
      }
      LogicalPlan plan =
          nothing
              .select(functions.expr(sql).cast(DataTypes.StringType).as("slice"))
              .queryExecution()
              .optimizedPlan();
      return new SqlExpression(steps(plan));
    } catch (UnfitExpressionException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unfit(e);
    } catch (Exception e) {
      throw unfit(e);
    } finally {
      SparkSession.setActiveSession(active);
    }
  }

  private static boolean names(DataType type) {
    return type instanceof BooleanType
        || type instanceof StringType
        || type instanceof ByteType
        || type instanceof ShortType
        || type instanceof IntegerType
        || type instanceof LongType;
  }

  private static UnfitExpressionException unfit(Exception e) {
    return new UnfitExpressionException(
        new Refusal("an SQL expression that fits its columns", sentence(e)));
  }

  private static List<Step> steps(LogicalPlan plan) {
    Deque<Step> steps = new ArrayDeque<>();
    LogicalPlan at = plan;
    while (at instanceof Project project) {
      List<Expression> expressions = new ArrayList<>();
      for (NamedExpression named : CollectionConverters.asJava(project.projectList())) {
        expressions.add((Expression) named);
      }
      Seq<Expression> listed = CollectionConverters.asScala(expressions).toList();
      steps.push(new Step(listed, project.child().output().toList()));
      at = project.child();
    }
    if (!CollectionConverters.asJava(at.children()).isEmpty()) {
      throw new IllegalStateException("Cannot evaluate row by row: " + at.nodeName());
    }
    return List.copyOf(steps);
  }

  /** Makes ready for rows; used by one thread. */
  Evaluation evaluation() {
    return new Evaluation(
        steps.stream()
            .map(step -> UnsafeProjection.create(step.expressions(), step.input()))
            .toList());
  }

  /** What is wrong, without Spark's codes and the lines that follow. */
  private static String sentence(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line =
        message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    return line.replaceAll("^\\[[A-Z0-9_.]+] |\\.? SQLSTATE: .*$", "");
  }

  /** The expression, ready for one row after the other. */
  static final class Evaluation {
    private final List<UnsafeProjection> projections;

    private Evaluation(List<UnsafeProjection> projections) {
      this.projections = projections;
    }

    /**
     * The value as text, or null where there is none.
     *
     * @param values of the columns: {@code String}, {@code Double}, {@code Integer} ... or null
     * @throws UnfitExpressionException when it has no value for such a row: a text that is to be a
     *     number is none, or a division by zero
     */
    @Nullable String of(@Nullable Object[] values) {
      @Nullable Object[] converted = new Object[values.length];
      for (int column = 0; column < values.length; column++) {
        converted[column] =
            values[column] instanceof String text ? UTF8String.fromString(text) : values[column];
      }
      InternalRow row = new GenericInternalRow(converted);
      try {
        for (UnsafeProjection projection : projections) {
          row = projection.apply(row);
        }
      } catch (RuntimeException e) {
        throw new UnfitExpressionException(
            new Refusal("a row that the expression has a value for", sentence(e)));
      }
      return row.isNullAt(0) ? null : row.getString(0);
    }
  }
}
