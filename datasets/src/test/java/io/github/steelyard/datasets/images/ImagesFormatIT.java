package io.github.steelyard.datasets.images;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.Splits;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetFormatContract;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.engine.data.LabelMap;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ImagesFormatIT extends DatasetFormatContract {
  @Override
  protected DatasetFormat format() {
    return new ImagesFormat();
  }

  private Path write(String file, String type, BufferedImage image) throws IOException {
    Path path = folder.resolve("photos").resolve(file);
    Files.createDirectories(path.getParent());
    assertThat(ImageIO.write(image, type, path.toFile())).isTrue();
    return path;
  }

  /** Pixel (x, y) is {@code 0x0a1b2c + x + 16 * y}, cut to a byte for gray images. */
  private static BufferedImage image(int height, int width, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
          image.getRaster().setSample(x, y, 0, x + 16 * y);
        } else {
          image.setRGB(x, y, 0xff0a1b2c + x + 16 * y);
        }
      }
    }
    return image;
  }

  private DatasetSpec photos(Object... options) {
    Object[] all = new Object[options.length + 2];
    System.arraycopy(options, 0, all, 2, options.length);
    all[0] = "path";
    all[1] = folder.resolve("photos");
    return Splits.dataset("images", null, split("test", all));
  }

  @Override
  protected DatasetSpec small() throws IOException {
    write("cat/1.png", "png", image(2, 3, BufferedImage.TYPE_INT_RGB));
    write("cat/deep/2.png", "png", image(2, 3, BufferedImage.TYPE_INT_ARGB));
    write("ant/1.png", "png", image(2, 3, BufferedImage.TYPE_3BYTE_BGR));
    Files.writeString(folder.resolve("photos/cat/.hidden"), "no image");
    return photos();
  }

  @Override
  protected DatasetSpec missing() {
    return Splits.dataset("images", null, split("test", "path", "no/such"));
  }

  @Override
  protected String missingSentence() {
    return "no/such: is missing, expected a folder with a folder for each class";
  }

  @Test
  void anImageGoesByItsPathAndItsClassIsItsFolder() throws IOException {
    List<Row> rows = rows(small());
    assertThat(rows)
        .extracting(row -> row.getString(0))
        .containsExactly("ant/1.png", "cat/1.png", "cat/deep/2.png");
    assertThat(rows).extracting(row -> row.getString(3)).containsExactly("ant", "cat", "cat");
    for (Row row : rows) {
      assertThat(row.<Integer>getList(8)).containsExactly(2, 3, 3);
      assertThat(row.<byte[]>getAs(9))
          .containsExactly(10, 27, 44, 10, 27, 45, 10, 27, 46, 10, 27, 60, 10, 27, 61, 10, 27, 62);
    }
  }

  @Test
  void theClassesAreTheSortedFoldersOfAllSplits() throws IOException {
    DatasetSpec one = small();
    Files.createDirectories(folder.resolve("more/bee"));
    DatasetSpec both =
        Splits.dataset(
            "images", null, one.splits().get(0), split("train", "path", folder.resolve("more")));
    assertThat(format().labels(spark(), both)).contains(new LabelMap(List.of("ant", "bee", "cat")));
  }

  @Test
  void grayLevelsStayAsTheFileHasThem() throws IOException {
    write("a/1.png", "png", image(2, 3, BufferedImage.TYPE_BYTE_GRAY));
    Row row = rows(photos()).get(0);
    assertThat(row.<Integer>getList(8)).containsExactly(2, 3, 1);
    assertThat(row.<byte[]>getAs(9)).containsExactly(0, 1, 2, 16, 17, 18);
    assertThat(rows(photos("channels", "3")).get(0).<byte[]>getAs(9)).startsWith(0, 0, 0, 1, 1, 1);
  }

  @Test
  void palettesAndColoursBecomeGrayByTheirLuminance() throws IOException {
    byte[] red = {0, (byte) 200};
    byte[] other = {0, 100};
    BufferedImage image =
        new BufferedImage(
            2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, red, other, other));
    image.getRaster().setSample(1, 0, 0, 1);
    write("a/1.png", "png", image);
    // 0.299 * 200 + 0.587 * 100 + 0.114 * 100 = 129.9
    assertThat(rows(photos("channels", "1")).get(0).<byte[]>getAs(9)).containsExactly(0, 130);
    assertThat(rows(photos()).get(0).<byte[]>getAs(9)).containsExactly(0, 0, 0, 200, 100, 100);
  }

  @Test
  void imagesOfDifferentSizesAreScaledToOne() throws IOException {
    write("a/1.png", "png", image(4, 4, BufferedImage.TYPE_BYTE_GRAY));
    write("a/2.jpg", "jpg", image(9, 5, BufferedImage.TYPE_BYTE_GRAY));
    assertThat(problem(photos()))
        .matches(
            ".*/a/2.jpg: expected UINT8 \\[4, 4, 1] like .*/a/1.png, since all inputs of a split"
                + " have one shape. Found: UINT8 \\[9, 5, 1]");
    List<Row> rows = rows(photos("size", "2x2"));
    // Each target pixel lies in the middle of four: (0 + 1 + 16 + 17) / 4 = 8.5
    assertThat(rows.get(0).<byte[]>getAs(9)).containsExactly(9, 11, 41, 43);
    assertThat(rows.get(1).<Integer>getList(8)).containsExactly(2, 2, 1);
  }

  @Test
  void aJpegIsDecoded() throws IOException {
    BufferedImage flat = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      flat.setRGB(i % 16, i / 16, 0x646464);
    }
    write("a/1.jpeg", "jpg", flat);
    byte[] pixels = rows(photos()).get(0).getAs(9);
    byte[] expected = new byte[16 * 16 * 3];
    Arrays.fill(expected, (byte) 100);
    assertThat(pixels).isEqualTo(expected);
  }

  @Test
  void filesThatAreNoImagesAreNamed() throws IOException {
    write("a/1.png", "png", image(40, 40, BufferedImage.TYPE_INT_RGB));
    Path other = folder.resolve("photos/a/notes.txt");
    Files.writeString(other, "no image");
    assertThat(problem(photos())).isEqualTo(other + ": is no image, expected PNG or JPEG");
    Files.delete(other);
    Path loose = Files.writeString(folder.resolve("photos/loose.png"), "x");
    assertThat(problem(photos())).isEqualTo(loose + ": expected images in a folder for each class");
    Files.delete(loose);
    Path bitmap = write("a/2.png", "bmp", image(2, 2, BufferedImage.TYPE_INT_RGB));
    assertThat(problem(photos())).isEqualTo(bitmap + ": is no image, expected PNG or JPEG");
  }

  @Test
  void imagesThatAreCutShortAreNamed() throws IOException {
    Path png = write("a/1.png", "png", image(40, 40, BufferedImage.TYPE_INT_RGB));
    byte[] whole = Files.readAllBytes(png);
    Files.write(png, Arrays.copyOf(whole, whole.length / 2));
    assertThat(problem(photos()))
        .startsWith(png + ": cannot be decoded, expected a whole gray or RGB image (");
    Files.delete(png);
    Path jpeg = write("a/1.jpg", "jpg", image(90, 90, BufferedImage.TYPE_INT_RGB));
    byte[] bytes = Files.readAllBytes(jpeg);
    Files.write(jpeg, Arrays.copyOf(bytes, bytes.length - 100));
    assertThat(problem(photos())).startsWith(jpeg + ": is cut short (");
  }

  @Test
  void anImageThatPromisesTooManyPixelsIsRefusedBeforeItIsDecoded() throws IOException {
    Path png = write("a/1.png", "png", image(2, 2, BufferedImage.TYPE_INT_RGB));
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(png));
    // Signature, then the length and the name of the header chunk, then width and height.
    bytes.putInt(16, 100_000).putInt(20, 100_000);
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), 12, 17);
    bytes.putInt(29, (int) crc.getValue());
    Files.write(png, bytes.array());
    assertThat(problem(photos()))
        .isEqualTo(png + ": expected at most 64000000 pixels. Found: 100000x100000");
  }

  @Test
  void mistakesInTheOptionsAreNamed() throws IOException {
    small();
    assertThat(problem(photos("channels", "4"))).isEqualTo("channels: expected 1 or 3. Found: 4");
    assertThat(problem(photos("size", "28")))
        .isEqualTo("size: expected HEIGHTxWIDTH, each 1 to 9999 pixels. Found: '28'");
  }
}
