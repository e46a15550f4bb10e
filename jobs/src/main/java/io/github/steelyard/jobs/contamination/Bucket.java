package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.duplicate.DuplicateMethod;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The examples whose signatures share a band. Equal signatures are kept once, with the smallest
 * ordinal of the training examples that have it and the ordinals of all others: a thousand blank
 * images are one entry. What comes together does not depend on the order in which it comes.
 */
final class Bucket implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of different signatures; a band that more of them share says too little to look at pairs. */
  static final int MOST_SIGNATURES = 4_096;

  private static final long NONE = Long.MAX_VALUE;

  /** Those that have one signature. */
  private static final class Alike implements Serializable {
    private static final long serialVersionUID = 1L;

    private long firstTrain = NONE;
    private final ArrayList<Long> others = new ArrayList<>();

    private void add(Alike more) {
      firstTrain = Math.min(firstTrain, more.firstTrain);
      others.addAll(more.others);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // looked at once, compared by nobody
  private record Train(long ordinal, byte[] signature) {}

  /** By the signature, a character for each byte: arrays have no order of their own. */
  private final TreeMap<String, Alike> entries = new TreeMap<>();

  private boolean hasTrain;
  private boolean hasOther;
  private boolean crowded;

  static Bucket of(byte[] signed) {
    return new Bucket().add(signed);
  }

  /** With an example more. */
  Bucket add(byte[] bytes) {
    SignedExample example = SignedExample.read(bytes);
    Alike alike = new Alike();
    if (example.train()) {
      alike.firstTrain = example.ordinal();
    } else {
      alike.others.add(example.ordinal());
    }
    add(new String(example.signature(), StandardCharsets.ISO_8859_1), alike);
    hasTrain |= example.train();
    hasOther |= !example.train();
    return this;
  }

  /** With all of another bucket. */
  Bucket merge(Bucket more) {
    more.entries.forEach(this::add);
    hasTrain |= more.hasTrain;
    hasOther |= more.hasOther;
    if (more.crowded) {
      crowd();
    }
    return this;
  }

  private void add(String signature, Alike alike) {
    if (!crowded) {
      entries.computeIfAbsent(signature, unused -> new Alike()).add(alike);
      if (entries.size() > MOST_SIGNATURES) {
        crowd();
      }
    }
  }

  private void crowd() {
    crowded = true;
    entries.clear();
  }

  /** Tells of each example that is like a training example which one is the first of those. */
  void match(DuplicateMethod method, Matches into) {
    if (crowded) {
      if (hasTrain && hasOther) {
        into.skip();
      }
      return;
    }
    List<Train> train = train();
    entries.forEach(
        (signature, alike) -> {
          if (!alike.others.isEmpty()) {
            byte[] one = bytes(signature);
            train.stream()
                .filter(candidate -> method.alike(one, candidate.signature()))
                .findFirst()
                .ifPresent(
                    first -> alike.others.forEach(ordinal -> into.add(ordinal, first.ordinal())));
          }
        });
  }

  /** The training examples, the first of each signature, in the order of their ordinals. */
  private List<Train> train() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().firstTrain != NONE)
        .map(entry -> new Train(entry.getValue().firstTrain, bytes(entry.getKey())))
        .sorted(Comparator.comparingLong(Train::ordinal))
        .toList();
  }

  private static byte[] bytes(String signature) {
    return signature.getBytes(StandardCharsets.ISO_8859_1);
  }
}
