package io.github.steelyard.jobs.suite.settings;

/**
 * A data set that is held against a split of another one: it stands for another domain with the
 * same labels, or for something foreign.
 *
 * @param dataset of the suite; all its splits are held against the origin
 * @param originDataset another one
 * @param originSplit of that one
 */
public record SuiteRelative(String dataset, String originDataset, String originSplit) {
  /**
   * From how a suite spells it.
   *
   * @param origin the other data set and its split: {@code digits/test}
   */
  public static SuiteRelative of(String dataset, String origin) {
    int slash = origin.indexOf('/');
    return new SuiteRelative(dataset, origin.substring(0, slash), origin.substring(slash + 1));
  }
}
