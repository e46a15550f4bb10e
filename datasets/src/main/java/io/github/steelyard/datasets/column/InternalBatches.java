package io.github.steelyard.datasets.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.KnownNotNull;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of a scan that hands over columns, read where they lie. Spark would copy them into rows
 * first, and an array element by element, which takes longer than to read it from the file.
 */
final class InternalBatches implements Iterator<InternalRow> {
  private static final int NONE = -1;

  private final Iterator<ColumnarBatch> batches;
  private Iterator<InternalRow> rows = Collections.emptyIterator();
  private ColumnarBatch batch;

  @SuppressWarnings("NullAway.Init") // hasNext()
  InternalBatches(Iterator<ColumnarBatch> batches) {
    this.batches = batches;
  }

  /**
   * A scan whose columns reach the top of a plan as they are.
   *
   * @param batches of all of the scan's columns
   * @param columns for each column of the plan the index of the scan's
   */
  record Scan(JavaRDD<ColumnarBatch> batches, List<Integer> columns) {}

  /** The scan below a plan, or empty where something else than names is computed in between. */
  static Optional<Scan> scan(SparkPlan plan) {
    List<Integer> columns = new ArrayList<>();
    SparkPlan source = plan;
    for (Attribute attribute : CollectionConverters.asJava(plan.output())) {
      Meaning meaning = meaning(attribute, plan);
      source = meaning.scope;
      if (!(source instanceof ColumnarToRowExec
          && meaning.expression instanceof Attribute column)) {
        return Optional.empty();
      }
      columns.add(ids(source).indexOf(column.exprId()));
    }
    return source instanceof ColumnarToRowExec rows && !columns.contains(NONE)
        ? Optional.of(new Scan(rows.child().executeColumnar().toJavaRDD(), columns))
        : Optional.empty();
  }

  private static List<ExprId> ids(SparkPlan plan) {
    return CollectionConverters.asJava(plan.output()).stream().map(Attribute::exprId).toList();
  }

  /** An expression over the output of a plan. */
  private record Meaning(Expression expression, SparkPlan scope) {}

  /** What an expression stands for, as far down as only names are given. */
  private static Meaning meaning(Expression expression, SparkPlan scope) {
    if (scope instanceof WholeStageCodegenExec || scope instanceof InputAdapter) {
      return meaning(expression, scope.children().head());
    }
    if (expression instanceof Alias || expression instanceof KnownNotNull) {
      return meaning(expression.children().head(), scope);
    }
    if (expression instanceof GetStructField field) {
      Meaning struct = meaning(field.child(), scope);
      // As Spark makes its hidden column _metadata.
      return struct.expression instanceof CreateNamedStruct made
          ? meaning(made.valExprs().apply(field.ordinal()), struct.scope)
          : struct;
    }
    if (expression instanceof Attribute attribute && scope instanceof ProjectExec project) {
      for (NamedExpression named : CollectionConverters.asJava(project.projectList())) {
        if (named.exprId().equals(attribute.exprId())) {
          return meaning((Expression) named, project.child());
        }
      }
    }
    return new Meaning(expression, scope);
  }

  /** Whether an element of an array may be missing in the current batch. */
  boolean mayHoldNull(int scanColumn) {
    return !(batch.column(scanColumn) instanceof WritableColumnVector array
        && !array.getChild(0).hasNull());
  }

  @Override
  public boolean hasNext() {
    while (!rows.hasNext() && batches.hasNext()) {
      batch = batches.next();
      rows = batch.rowIterator();
    }
    return rows.hasNext();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.next();
  }
}
