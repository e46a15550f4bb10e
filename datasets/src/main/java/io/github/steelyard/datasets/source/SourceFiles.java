package io.github.steelyard.datasets.source;

import io.github.steelyard.engine.problem.DataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the files that a suite's paths stand for; lists names and sizes, reads nothing. */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * The files that the paths and globs stand for, folders replaced by what lies in them at any
   * depth, each file once, sorted by path.
   *
   * @throws DataException when a path matches nothing, or holds no file
   */
  public static List<FileStatus> find(List<String> paths, Configuration configuration) {
    List<FileStatus> files = new ArrayList<>();
    for (String path : paths) {
      int before = files.size();
      try {
        Path glob = new Path(path);
        FileSystem fileSystem = glob.getFileSystem(configuration);
        FileStatus[] matches = fileSystem.globStatus(glob);
        if (matches == null || matches.length == 0) {
          throw new DataException(path, "is missing, expected a file, a folder or a glob of them");
        }
        for (FileStatus match : matches) {
          addFiles(fileSystem, match, files);
        }
      } catch (IOException | IllegalArgumentException e) {
        throw new DataException(path, "cannot be listed (" + e.getMessage() + ")", e);
      }
      if (files.size() == before) {
        throw new DataException(path, "holds no file, expected at least one");
      }
    }
    files.sort(Comparator.comparing(status -> status.getPath().toString()));
    return distinct(files);
  }

  /** The same, as full paths. */
  public static List<String> paths(List<String> paths, Configuration configuration) {
    return find(paths, configuration).stream().map(file -> file.getPath().toString()).toList();
  }

  /** Full paths, sorted, of all files in a folder, at any depth. */
  public static List<String> below(Path folder, Configuration configuration) {
    return paths(List.of(escaped(folder.toString())), configuration);
  }

  /** A path as a glob that stands for nothing else. */
  public static String escaped(String path) {
    return path.replaceAll("[\\[\\]{}*?\\\\]", "\\\\$0");
  }

  /** The one file at a path, as a full path. */
  public static String one(String path, Configuration configuration) {
    List<String> files = paths(List.of(path), configuration);
    if (files.size() != 1) {
      throw new DataException(path, "stands for " + files.size() + " files, expected one");
    }
    return files.get(0);
  }

  private static void addFiles(FileSystem fileSystem, FileStatus status, List<FileStatus> files)
      throws IOException {
    if (status.isFile()) {
      files.add(status);
      return;
    }
    if ("file".equals(fileSystem.getUri().getScheme())) {
      addLocalFiles(fileSystem, status.getPath(), files);
      return;
    }
    String root = status.getPath().toUri().getPath();
    RemoteIterator<LocatedFileStatus> listed = fileSystem.listFiles(status.getPath(), true);
    while (listed.hasNext()) {
      LocatedFileStatus file = listed.next();
      String below = file.getPath().toUri().getPath().substring(root.length());
      if (!below.contains("/.") && !below.contains("/_")) {
        files.add(file);
      }
    }
  }

  /** A located status asks for the owner, and without a native Hadoop that starts a process. */
  private static void addLocalFiles(FileSystem fileSystem, Path folder, List<FileStatus> files)
      throws IOException {
    for (FileStatus child : fileSystem.listStatus(folder)) {
      String name = child.getPath().getName();
      // What tools leave beside data: .crc, _SUCCESS, _temporary/.
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (child.isDirectory()) {
        addLocalFiles(fileSystem, child.getPath(), files);
      } else {
        files.add(child);
      }
    }
  }

  private static List<FileStatus> distinct(List<FileStatus> sorted) {
    List<FileStatus> once = new ArrayList<>(sorted.size());
    for (FileStatus file : sorted) {
      if (once.isEmpty() || !once.get(once.size() - 1).getPath().equals(file.getPath())) {
        once.add(file);
      }
    }
    return once;
  }

  /** Path, size, time and, where the file system has them, etag of each file, a line each. */
  public static String state(List<String> paths, Configuration configuration) {
    StringBuilder state = new StringBuilder();
    for (FileStatus file : find(paths, configuration)) {
      state
          .append(file.getPath())
          .append('\t')
          .append(file.getLen())
          .append('\t')
          .append(file.getModificationTime());
      if (file instanceof EtagSource tagged && tagged.getEtag() != null) {
        state.append('\t').append(tagged.getEtag());
      }
      state.append('\n');
    }
    return state.toString();
  }

  /** A file as messages name it: without the scheme where it is a local one. */
  public static String name(Path path) {
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
  }
}
