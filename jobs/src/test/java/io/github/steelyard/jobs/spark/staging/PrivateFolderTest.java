package io.github.steelyard.jobs.spark.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PrivateFolderTest {
  private static final int SHARED_AND_STICKY = 01777;

  @TempDir private Path temporary;

  private Path place;

  /** As {@code /tmp} is. */
  @BeforeEach
  void sharePlace() throws IOException {
    place = Files.createDirectory(temporary.resolve("place")).toRealPath();
    Files.setAttribute(place, "unix:mode", SHARED_AND_STICKY);
  }

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void isMadeForItsOwnerAloneAndFoundAgain() throws IOException {
    assertThat(PrivateFolder.under(place, "a")).contains(place.resolve("a"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("a"))))
        .isEqualTo("rwx------");
    assertThat(PrivateFolder.under(place, "a")).contains(place.resolve("a"));
  }

  @Test
  void oneThatOthersMayEnterIsNotTrusted() throws IOException {
    permit(Files.createDirectory(place.resolve("a")), "rwxrwx---");
    assertThat(PrivateFolder.under(place, "a")).isEmpty();
  }

  @Test
  void aLinkOrAFileIsNotTrusted() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    permit(elsewhere, "rwx------");
    Files.createSymbolicLink(place.resolve("a"), elsewhere);
    Files.createFile(place.resolve("b"));
    assertThat(PrivateFolder.under(place, "a")).isEmpty();
    assertThat(PrivateFolder.under(place, "b")).isEmpty();
  }

  @Test
  void oneOfAnotherUserIsNotTrusted() throws IOException {
    Path planted = Files.createDirectory(place.resolve("a"));
    permit(planted, "rwx------");
    give(planted);
    assertThat(PrivateFolder.under(place, "a")).isEmpty();
  }

  @Test
  void aPlaceFromWhichOthersCouldMoveItIsNotTrusted() throws IOException {
    Files.setAttribute(place, "unix:mode", 0777);
    assertThat(PrivateFolder.under(place, "a")).isEmpty();
  }

  @Test
  void aPlaceOfAnotherUserIsNotTrusted() throws IOException {
    give(place);
    assertThat(PrivateFolder.under(place, "a")).isEmpty();
  }

  @Test
  void aMissingPlaceIsNotTrusted() throws IOException {
    assertThat(PrivateFolder.under(place.resolve("none"), "a")).isEmpty();
  }

  /** A process that finds nothing to trust keeps its files to itself. */
  @Test
  void whereNothingIsTrustedEachProcessHasItsOwn() throws IOException {
    Files.setAttribute(place, "unix:mode", 0777);
    assertThat(NodeFiles.folder(place)).startsWithRaw(ScratchFolder.path());
  }

  private static void give(Path file) throws IOException {
    try {
      UserPrincipal nobody =
          file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(file, nobody);
    } catch (UserPrincipalNotFoundException | java.nio.file.FileSystemException e) {
      assumeTrue(false, "only root may give a file to another user");
    }
  }
}
