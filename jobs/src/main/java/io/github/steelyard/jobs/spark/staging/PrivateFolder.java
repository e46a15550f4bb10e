package io.github.steelyard.jobs.spark.staging;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of a known name in a place that others may write to, {@code /tmp} above all. Whoever
 * finds such a folder must not believe what lies in it: it may have been put there by somebody
 * else. It is ours only where it is a folder of our own that nobody else can enter, in a place that
 * nobody else can move it from.
 */
final class PrivateFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final int STICKY = 01000;
  private static final int WRITABLE_BY_OTHERS = 0022;
  private static final int ROOT = 0;

  private PrivateFolder() {}

  /** The folder, made where it is missing; empty where it cannot be trusted. */
  static Optional<Path> under(Path place, String name) throws IOException {
    if (!place.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    // Whoever made a file owns it: the name of the user may be another one in a container.
    UserPrincipal self = Files.getOwner(ScratchFolder.path());
    if (!Files.isDirectory(place) || !keepsWhatIsIn(place.toRealPath(), self)) {
      return Optional.empty();
    }
    Path folder = place.toRealPath().resolve(name);
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      // Looked at below, like one that was just made.
    }
    PosixFileAttributes found =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean ours =
        found.isDirectory()
            && found.owner().equals(self)
            && EnumSet.copyOf(OWNER_ONLY).containsAll(found.permissions());
    return ours ? Optional.of(folder) : Optional.empty();
  }

  private static boolean keepsWhatIsIn(Path place, UserPrincipal self) throws IOException {
    int mode = (int) Files.getAttribute(place, "unix:mode");
    boolean trustedOwner =
        Files.getOwner(place).equals(self) || (int) Files.getAttribute(place, "unix:uid") == ROOT;
    return trustedOwner && ((mode & WRITABLE_BY_OTHERS) == 0 || (mode & STICKY) != 0);
  }
}
