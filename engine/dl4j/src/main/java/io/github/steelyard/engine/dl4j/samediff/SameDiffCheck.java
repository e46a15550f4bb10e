package io.github.steelyard.engine.dl4j.samediff;

import io.github.steelyard.engine.dl4j.execution.SwitchedExecutioner;
import io.github.steelyard.engine.dl4j.forward.check.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a graph must do without oneDNN: an output differs by more than {@link
 * Difference#TOLERANCE} from the built-in one on the same examples, or its largest score is another
 * one. Graphs are checked, and fall back, as a whole: their operations have no switch each.
 *
 * @param notes what there is to say about it, one sentence for each output
 */
public record SameDiffCheck(boolean builtIn, List<String> notes) {
  /** Where there is nothing to hold against each other. */
  public static final SameDiffCheck NONE = new SameDiffCheck(false, List.of());

  private static final Logger LOG = LoggerFactory.getLogger(SameDiffCheck.class);

  /** A graph for one thread. */
  public interface Run {
    /** Outputs that belong to the caller, for inputs that stay the caller's. */
    INDArray[] run(INDArray[] inputs);
  }

  public SameDiffCheck {
    notes = List.copyOf(notes);
  }

  /**
   * Runs a few examples with and without oneDNN.
   *
   * @param outputs their names
   * @param graphs gives the same graph, anew each time
   * @param examples for each input
   */
  public static SameDiffCheck of(
      List<String> outputs, Supplier<? extends Run> graphs, INDArray[] examples) {
    INDArray[] fast = {};
    INDArray[] own = {};
    try {
      fast = graphs.get().run(examples);
      own = builtIn(graphs.get()).run(examples);
      List<String> notes = new ArrayList<>();
      for (int i = 0; i < own.length; i++) {
        Difference difference = Difference.of(fast[i], own[i]);
        if (!difference.small() || !difference.sameLargest()) {
          notes.add(said(note(outputs.get(i), difference)));
        }
      }
      return new SameDiffCheck(!notes.isEmpty(), notes);
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("The graph does not run", e);
      return new SameDiffCheck(
          false, List.of(said("oneDNN's results could not be compared with the built-in ones")));
    } finally {
      Arrays.stream(fast).forEach(INDArray::close);
      Arrays.stream(own).forEach(INDArray::close);
    }
  }

  private static String note(String output, Difference difference) {
    return String.format(
        Locale.ROOT,
        "output '%s': with oneDNN it differs by %.2g from the built-in one, so the whole graph"
            + " runs built in",
        output,
        difference.relative());
  }

  private static String said(String note) {
    LOG.warn(note);
    return note;
  }

  /** The graph as it must run. */
  public Run applied(Run graph) {
    return builtIn ? builtIn(graph) : graph;
  }

  private static Run builtIn(Run graph) {
    return inputs -> SwitchedExecutioner.withoutOneDnn(() -> graph.run(inputs));
  }
}
