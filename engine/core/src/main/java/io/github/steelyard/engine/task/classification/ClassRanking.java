package io.github.steelyard.engine.task.classification;

/**
 * The order of one example's finite scores: the highest first, of equal ones the lower class first.
 * One instance is filled again for each example.
 */
final class ClassRanking {
  /**
   * Up to so many classes each is compared with each: sorting compares less, but a processor cannot
   * foresee what comes out, and waits.
   */
  private static final int FEW = 16;

  private final float[] scores;
  private final long[] keys;
  private final int[] ranks;
  private final int[] order;
  private final int top;

  /**
   * @param scores by class; read anew by each {@link #rank}
   * @param top how many of the best are wanted, at most as many as there are classes
   */
  ClassRanking(float[] scores, int top) {
    this.scores = scores;
    this.top = top;
    boolean few = scores.length <= FEW;
    this.keys = new long[few ? scores.length : 0];
    this.ranks = new int[keys.length];
    this.order = new int[few ? scores.length : top];
  }

  /** Sees what the scores are now. */
  void rank() {
    if (keys.length == scores.length) {
      compareAll();
    } else {
      insert();
    }
  }

  private void compareAll() {
    for (int index = 0; index < keys.length; index++) {
      keys[index] = key(scores[index]) * FEW - index;
    }
    for (int index = 0; index < keys.length; index++) {
      long key = keys[index];
      long rank = 0;
      for (long other : keys) {
        // The sign of the difference: 1 where the other one is higher.
        rank += (key - other) >>> 63;
      }
      ranks[index] = (int) rank;
      order[(int) rank] = index;
    }
  }

  /** In the order of the scores, 32 bits; 0 and -0 are equal. */
  private static long key(float score) {
    int bits = Float.floatToRawIntBits(score + 0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private void insert() {
    int known = 0;
    for (int index = 0; index < scores.length; index++) {
      float score = scores[index];
      if (known == top && !(score > scores[order[known - 1]])) {
        continue;
      }
      int place = known < top ? known++ : known - 1;
      while (place > 0 && score > scores[order[place - 1]]) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = index;
    }
  }

  /** The class of that rank, 0 for the highest score; below {@code top}. */
  int at(int rank) {
    return order[rank];
  }

  /** The classes of the top scores, best first, in an array of the caller's. */
  int[] topClasses() {
    int[] classes = new int[top];
    System.arraycopy(order, 0, classes, 0, top);
    return classes;
  }

  /** How many classes come before this one: those with a higher score, or the same and lower. */
  int rankOf(int label) {
    if (keys.length == scores.length) {
      return ranks[label];
    }
    int rank = 0;
    for (int index = 0; index < scores.length; index++) {
      if (scores[index] > scores[label] || (scores[index] == scores[label] && index < label)) {
        rank++;
      }
    }
    return rank;
  }
}
