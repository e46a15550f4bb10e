package io.github.steelyard.engine.dl4j.blocked.plan;

import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import io.github.steelyard.engine.dl4j.forward.running.BorrowedFloats;
import io.github.steelyard.engine.dl4j.forward.running.ForwardPass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The steps of a network for batches of one size, while they are put together: which layout each
 * value has, where it must be brought into another, and which memory is needed from when to when.
 */
public final class BlockedPlan implements ForwardPass.Unplaced {
  private static final @Nullable Pointer NOT_YET = null;

  private final OneDnn oneDnn;
  private final PackedWeights weights;
  private final long rows;
  private final int inputs;
  private final NativeObjects objects = new NativeObjects();
  private final stream order;
  private final Map<Integer, List<Shown>> shown = new HashMap<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<BlockedStep> steps = new ArrayList<>();
  private final Map<Value, Region> results = new LinkedHashMap<>();
  private @Nullable Placement placement;

  /**
   * Puts a plan together.
   *
   * @param inputs how many storages are a batch's
   * @param steps adds them
   */
  public static BlockedPlan of(
      OneDnn oneDnn, PackedWeights weights, long rows, int inputs, Consumer<BlockedPlan> steps) {
    BlockedPlan plan = new BlockedPlan(oneDnn, weights, rows, inputs);
    boolean complete = false;
    try (PointerScope scope = NativeObjects.scope()) {
      steps.accept(plan);
      complete = true;
      return plan;
    } finally {
      if (!complete) {
        plan.objects.close();
      }
    }
  }

  private BlockedPlan(OneDnn oneDnn, PackedWeights weights, long rows, int inputs) {
    this.oneDnn = oneDnn;
    this.weights = weights;
    this.rows = rows;
    this.inputs = inputs;
    this.order = objects.keep(new stream(oneDnn.cpu()));
  }

  public engine cpu() {
    return oneDnn.cpu();
  }

  public long[] shape(Value value) {
    return value.shape().batched(rows).toArray();
  }

  public static INDArray array(Operand operand) {
    return ((Operand.Constant) operand).array();
  }

  /** A primitive that works in the pass's memory. */
  public primitive_attr attributes() {
    return attributes(null);
  }

  /** The same, with a function of each of its results. */
  public primitive_attr attributes(@Nullable Eltwise after) {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(dnnl.dnnl_scratchpad_mode_user);
    if (after != null) {
      post_ops operations = new post_ops();
      operations.append_eltwise(1, after.algorithm(), after.alpha(), after.beta());
      attributes.set_post_ops(operations);
    }
    return attributes;
  }

  /** The layout in which a value is there already. */
  public memory.desc layout(Value value) {
    return first(value).layout();
  }

  public Call call(primitive_desc description, primitive work) {
    return new Call(work, description.scratchpad_desc());
  }

  /** Adds an operation as ND4J runs it. */
  public void plain(Operation operation) {
    Map<Value, Region> used = new HashMap<>();
    for (Value value : operation.reads()) {
      used.put(value, in(Layouts.plain(shape(value)), value).region());
    }
    Value written = operation.writes();
    if (!used.containsKey(written)) {
      used.put(written, fresh(written, Layouts.plain(shape(written))).region());
    } else {
      only(written, in(Layouts.plain(shape(written)), written));
    }
    used.values().forEach(region -> region.usedAt(steps.size()));
    steps.add(new BlockedStep.Plain(operation, used));
  }

  /** Makes a value one that is given back. */
  public void output(Value value) {
    Region region = in(Layouts.plain(shape(value)), value).region();
    region.usedAt(Integer.MAX_VALUE);
    results.put(value, region);
  }

  private Shown first(Value value) {
    List<Shown> layouts = shown.computeIfAbsent(value.storage(), unused -> new ArrayList<>());
    long[] shape = shape(value);
    if (layouts.isEmpty()) {
      if (value.storage() >= inputs) {
        throw new IllegalArgumentException(value + " is read before it is written");
      }
      Region region = Region.ofInput(value.storage());
      regions.add(region);
      layouts.add(shown(region, Layouts.plain(shape)));
    }
    for (Shown known : layouts) {
      if (known.hasShape(shape)) {
        return known;
      }
    }
    // The same numbers, shaped otherwise: in plain order they are the same memory, too.
    Shown original = layouts.get(0);
    Region plain =
        brought(original, Layouts.plain(Layouts.shape(original.layout())), layouts).region();
    Shown reshaped = shown(plain, Layouts.plain(shape));
    layouts.add(reshaped);
    return reshaped;
  }

  private Shown in(memory.desc wanted, Value value) {
    Shown first = first(value);
    List<Shown> layouts = shown.getOrDefault(value.storage(), List.of());
    return brought(first, wanted, layouts);
  }

  private Shown brought(Shown from, memory.desc wanted, List<Shown> layouts) {
    for (Shown known : layouts) {
      if (known.in(wanted)) {
        return known;
      }
    }
    Region region = Region.inside(floats(wanted));
    regions.add(region);
    Shown to = shown(region, wanted);
    reorder.primitive_desc found =
        new reorder.primitive_desc(cpu(), from.layout(), cpu(), wanted, attributes(), false);
    reorder bringing = new reorder(found);
    Call call = new Call(bringing, found.scratchpad_desc());
    call.argument(dnnl.DNNL_ARG_FROM, from);
    call.argument(dnnl.DNNL_ARG_TO, to);
    call.add();
    layouts.add(to);
    return to;
  }

  private Shown fresh(Value value, memory.desc layout) {
    Region region = Region.inside(floats(layout));
    regions.add(region);
    return only(value, shown(region, layout));
  }

  private Shown only(Value value, Shown last) {
    shown.put(value.storage(), new ArrayList<>(List.of(last)));
    return last;
  }

  private Shown shown(Region region, memory.desc layout) {
    memory.desc own = objects.keep(new memory.desc(layout.data()));
    return new Shown(region, region.seen(objects.keep(new memory(own, cpu(), NOT_YET))), own);
  }

  private static long floats(memory.desc layout) {
    return (layout.get_size() + Float.BYTES - 1) / Float.BYTES;
  }

  @Override
  public List<Long> floats() {
    return placement().floats();
  }

  /** Nothing is added any more once it is asked for. */
  private Placement placement() {
    Placement known = placement;
    if (known == null) {
      known = Placement.of(regions, steps.size());
      placement = known;
    }
    return known;
  }

  @Override
  public ForwardPass.Bound at(List<BorrowedFloats> addresses, List<BorrowedFloats> batch) {
    Map<Region, BorrowedFloats> lying = placement().at(addresses);
    List<Region> outside =
        regions.stream().filter(region -> region.input() != Region.NOWHERE).toList();
    return new BlockedBatch(rows, steps, lying, outside, results, batch, objects);
  }

  /** One primitive and what it works on, in the order of its arguments. */
  public final class Call {
    private final primitive work;
    private final IntMemoryMap arguments = objects.keep(new IntMemoryMap());
    private final List<Shown> used = new ArrayList<>();
    private final Map<Value, Shown> read = new HashMap<>();

    private Call(primitive work, memory.desc scratch) {
      this.work = objects.keep(work);
      if (scratch.get_size() > 0) {
        Region region = Region.inside(floats(scratch));
        regions.add(region);
        argument(dnnl.DNNL_ARG_SCRATCHPAD, shown(region, scratch));
      }
    }

    private void argument(int index, Shown numbers) {
      arguments.put(index, numbers.numbers());
      used.add(numbers);
    }

    /** What the primitive reads, brought into its layout before. */
    public void read(int index, Value value, memory.desc layout) {
      Shown numbers = in(layout, value);
      argument(index, numbers);
      read.put(value, numbers);
    }

    public void constant(int index, INDArray array, memory.desc lies, memory.desc wanted) {
      arguments.put(index, weights.in(wanted, array, lies));
    }

    public void vector(int index, INDArray array) {
      memory.desc layout = Layouts.plain(new long[] {array.length()});
      constant(index, array, layout, layout);
    }

    /** Parameters put together: so many rows of the key's length. */
    public void made(int index, INDArray key, Supplier<INDArray> maker, int count) {
      memory.desc layout = Layouts.plain(new long[] {count, key.length()});
      arguments.put(index, weights.plain(layout, key, maker));
    }

    /** What it writes, which ends the call: over what it reads where the program says so. */
    public void write(int index, Value value, memory.desc layout) {
      Shown before = read.get(value);
      argument(index, before == null ? fresh(value, layout) : only(value, before));
      add();
    }

    private void add() {
      used.forEach(numbers -> numbers.region().usedAt(steps.size()));
      steps.add(new BlockedStep.Fused(work, order, arguments));
    }
  }
}
