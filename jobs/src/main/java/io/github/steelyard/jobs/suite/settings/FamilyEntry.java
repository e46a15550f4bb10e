package io.github.steelyard.jobs.suite.settings;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;

/**
 * A folder of trained models, each with its model card.
 *
 * @param folder as written; a relative one starts at the directory of the command
 * @param include a glob of model names
 */
public record FamilyEntry(String folder, String include, PlacementChoice placement) {
  /** Whether a model of that name belongs to the suite. */
  public boolean includes(String modelName) {
    return FileSystems.getDefault().getPathMatcher("glob:" + include).matches(Path.of(modelName));
  }

  public static boolean isGlob(String text) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + text);
      return true;
    } catch (PatternSyntaxException exception) {
      return false;
    }
  }
}
