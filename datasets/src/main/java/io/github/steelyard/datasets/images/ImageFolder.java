package io.github.steelyard.datasets.images;

import io.github.steelyard.datasets.source.SourceFiles;
import io.github.steelyard.engine.problem.DataException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder with one folder of images for each class.
 *
 * @param root its full path, as text
 */
record ImageFolder(String root) implements Serializable {
  static ImageFolder of(String path, Configuration configuration) {
    try {
      FileSystem fileSystem = new Path(path).getFileSystem(configuration);
      FileStatus[] matches = fileSystem.globStatus(new Path(path));
      if (matches == null || matches.length != 1 || !matches[0].isDirectory()) {
        throw new DataException(path, "is missing, expected a folder with a folder for each class");
      }
      return new ImageFolder(matches[0].getPath().toString());
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(path, "cannot be listed (" + e.getMessage() + ")", e);
    }
  }

  /** The folders in it, hidden ones aside. */
  SortedSet<String> classes(Configuration configuration) {
    SortedSet<String> names = new TreeSet<>();
    try {
      Path folder = new Path(root);
      for (FileStatus child : folder.getFileSystem(configuration).listStatus(folder)) {
        String name = child.getPath().getName();
        if (child.isDirectory() && !name.startsWith(".") && !name.startsWith("_")) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      throw new DataException(root, "cannot be listed (" + e.getMessage() + ")", e);
    }
    return names;
  }

  /** Full paths of all files in class folders, at any depth. */
  List<String> files(Configuration configuration) {
    List<String> files = new ArrayList<>();
    for (String file : SourceFiles.below(new Path(root), configuration)) {
      if (below(file).indexOf('/') < 0) {
        throw new DataException(
            SourceFiles.name(new Path(file)), "expected images in a folder for each class");
      }
      files.add(file);
    }
    return files;
  }

  /** The path below the root: {@code 7/a.png}; an example's id. */
  String below(String file) {
    return file.substring(root.length() + 1);
  }

  String label(String file) {
    String below = below(file);
    return below.substring(0, below.indexOf('/'));
  }
}
