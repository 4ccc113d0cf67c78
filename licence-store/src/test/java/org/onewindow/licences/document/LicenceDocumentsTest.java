package org.onewindow.licences.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Share;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Holder;
import org.onewindow.licences.Licence;

class LicenceDocumentsTest {

    private final LicenceType title = Given.type("real-estate-title");

    LicenceDocumentsTest() throws IOException {}

    @Test
    void aLicenceOfOursVerifiesInEveryCheckAndIsSmall() {
        var document = Given.sealed();

        assertThat(Given.verified(document).checks())
                .allMatch(check -> check.result() == Verdict.Result.PASSED)
                .hasSize(Verdict.Name.values().length);
        assertThat(document).hasSizeLessThan(150_000);
    }

    @Test
    void theFontInsideShowsEveryCharacterOfTheSheetAsTheWholeFontDoes() throws Exception {
        var entries = Given.entries(Given.sealed());
        var inside = Font.createFont(
                Font.TRUETYPE_FONT, new ByteArrayInputStream(Given.entry(entries, "Doc_0/Res/OneWindow0.ttf")));
        var whole =
                Font.createFonts(Objects.requireNonNull(Typefaces.class.getResourceAsStream("wqy-microhei.ttc")))[0];

        for (int point : Given.title().text().codePoints().distinct().toArray()) {
            var character = Character.toString(point);
            assertThat(picture(inside, character)).as(character).isEqualTo(picture(whole, character));
        }
        assertThat(inked(picture(inside, "张"))).as("it is not empty").isGreaterThan(100);
        assertThat(picture(inside, "张")).as("nor a box like any other").isNotEqualTo(picture(inside, "铭"));
    }

    /** The picture of the document itself, beside that of its view, which PDFBox draws: the same ink in the same places. */
    @Test
    void thePageShowsChineseAndLatinWhereTheViewDoes() throws Exception {
        var document = Given.sealed();

        assertThat(likeness(OfdPicture.of(document))).isGreaterThan(0.995);

        var latin = Given.DOCUMENTS.sealed(told("權利人 Holder", "Zhang Ming"), Given.REGISTRY);
        assertThat(likeness(OfdPicture.of(latin)))
                .as("another text is another picture")
                .isLessThan(0.98);
    }

    private static Sheet told(String label, String value) {
        return new Sheet(Given.title().title(), "1", Given.REGISTRY, List.of(new Sheet.Row(label, value)), Marks.NONE);
    }

    /** How the ink of a picture goes with that of the title's view: 1 where it is the same in all squares of two millimetres. */
    private static double likeness(BufferedImage picture) throws IOException {
        try (var pdf = Loader.loadPDF(Given.DOCUMENTS.preview(Given.title().marked(Marks.NONE)))) {
            var view = new PDFRenderer(pdf).renderImage(0, (float) (OfdPicture.SCALE * 25.4 / 72));
            return correlation(ink(picture), ink(view));
        }
    }

    /** Below the words that only the view has. */
    private static double[] ink(BufferedImage picture) {
        int side = (int) (2 * OfdPicture.SCALE);
        int across = (int) (Geometry.WIDTH / 2);
        int down = (int) (Geometry.HEIGHT / 2);
        int top = (int) (Geometry.TITLE_TOP / 2);
        return IntStream.range(top * across, down * across)
                .mapToDouble(square -> ink(picture, square % across * side, square / across * side, side))
                .toArray();
    }

    /** The two may differ by a pixel in size. */
    private static double ink(BufferedImage picture, int left, int top, int side) {
        return IntStream.range(0, side * side)
                .filter(i -> left + i % side < picture.getWidth() && top + i / side < picture.getHeight())
                .map(i -> 255 - new Color(picture.getRGB(left + i % side, top + i / side)).getGreen())
                .sum();
    }

    private static double correlation(double[] one, double[] other) {
        double ones = Arrays.stream(one).average().orElseThrow();
        double others = Arrays.stream(other).average().orElseThrow();
        double both = 0;
        double oneSquared = 0;
        double otherSquared = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - ones) * (other[i] - others);
            oneSquared += (one[i] - ones) * (one[i] - ones);
            otherSquared += (other[i] - others) * (other[i] - others);
        }
        return both / Math.sqrt(oneSquared * otherSquared);
    }

    private static List<Integer> picture(Font font, String character) {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setFont(font.deriveFont(40f));
        pen.drawString(character, 8, 48);
        pen.dispose();
        return Arrays.stream(image.getRGB(0, 0, 64, 64, null, 0, 64)).boxed().toList();
    }

    private static long inked(List<Integer> pixels) {
        return pixels.stream().filter(pixel -> (pixel & 0xFFFFFF) != 0).count();
    }

    @Test
    void charactersStandBesideEachOtherByTheirOwnWidths() throws IOException {
        var page = new String(
                Given.entry(Given.entries(Given.sealed()), "Doc_0/Pages/Page_0/Content.xml"), StandardCharsets.UTF_8);

        assertThat(page).contains("张铭 Zhang Ming").contains("鲁(2026)济南市不动产权第0012345号");
        assertThat(page)
                .as("a Chinese character is as wide as it is high")
                .contains("DeltaX=\"3.600 3.600 3.600 0.935");
    }

    @Test
    void aNameThatNoFontShowsIsToldInsteadOfAnEmptyBox() {
        var sheet = new Sheet("证", "1", Given.REGISTRY, List.of(new Sheet.Row("权利人", "㛃䶮")), Marks.NONE);

        assertThatThrownBy(() -> Given.DOCUMENTS.sealed(sheet, Given.REGISTRY))
                .isInstanceOf(MissingGlyphs.class)
                .hasMessage("no font shows U+36C3, U+4DAE: add a TrueType font that does to HUB_FONTS");
    }

    @Test
    void aCopySaysAcrossForWhomItIsAndAtItsFootByWhomInTheWordsOfTheLaw() throws IOException {
        var sheet = LicenceSheets.of(title(List.of(wang(Share.WHOLE)), Map.of()), title)
                .marked(copy());

        var copy = Given.DOCUMENTS.sealed(sheet, LicenceDocuments.HALL);

        var page =
                new String(Given.entry(Given.entries(copy), "Doc_0/Pages/Page_0/Content.xml"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("此件由不动产登记中心提供,仅供办理政务服务事项时使用,有效期至2026年12月26日")
                .contains("仅供水务集团办理水电气暖过户(370100-26-0001)使用")
                .contains("用证码尾号7f3a");
        assertThat(page).as("slantwise").contains("CTM=\"0.906 -0.422");
        assertThat(Given.verified(copy).holds()).isTrue();
        assertThat(Given.verified(copy).checks())
                .as("another store knows its state")
                .filteredOn(check -> check.result() != Verdict.Result.PASSED)
                .singleElement()
                .returns(Verdict.Name.STATE, Verdict.Check::name)
                .returns(Verdict.Result.SKIPPED, Verdict.Check::result);
        assertThat(inkOf(Given.DOCUMENTS.preview(sheet), 190, 220))
                .as("the view as well")
                .isGreaterThan(1_000);
        assertThat(inkOf(Given.DOCUMENTS.preview(sheet.marked(Marks.NONE)), 190, 220))
                .isLessThan(1_000);
    }

    private Marks copy() {
        var noon = Given.NOON;
        return Marks.copy(
                title,
                title(List.of(), Map.of()),
                Given.ELSEWHERE,
                new Watermark("水务集团", "水电气暖过户", "370100-26-0001", noon, "7f3a"));
    }

    @Test
    void aCopyIsGoodForNoLongerThanItsLicence() {
        var use = new Watermark("水务集团", "水电气暖过户", "370100-26-0001", Given.NOON, "7f3a");

        assertThat(use.lastDay(null)).isEqualTo(LocalDate.of(2026, 12, 26));
        assertThat(use.lastDay(LocalDate.of(2026, 12, 1))).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void everyDocumentBearsACodeThatScannersRead() throws Exception {
        var inside = Given.entries(Given.sealed()).entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".png"))
                .findFirst()
                .orElseThrow();

        assertThat(scanned(ImageIO.read(new ByteArrayInputStream(inside.getValue()))))
                .isEqualTo(Given.CODE);
        try (var pdf = Loader.loadPDF(Given.DOCUMENTS.preview(Given.title()))) {
            assertThat(scanned(new PDFRenderer(pdf).renderImageWithDPI(0, 150))).isEqualTo(Given.CODE);
        }
    }

    private static String scanned(BufferedImage picture) throws NotFoundException {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, picture.getHeight(), pixels);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @Test
    void printsHoldersListsAndObjectsUnderTheirTitles() throws IOException {
        var licence = title(
                List.of(wang(Share.of("1/2")), wang(Share.of("1/2"))), Map.of("floorAreaSqm", new BigDecimal("89.50")));
        var register = Given.type("household-register");
        var members =
                List.of(Map.of("name", "王强", "relation", "户主"), Map.of("relation", "之女", "name", "王晓", "note", "迁入"));

        assertThat(LicenceSheets.of(licence, title).rows())
                .containsExactly(
                        new Sheet.Row("持证主体 / Holder", "王强\n护照号码 P1234567\n份额 1/2"),
                        new Sheet.Row("持证主体 / Holder", "王强\n护照号码 P1234567\n份额 1/2"),
                        new Sheet.Row("面积 / Floor area in square metres", "89.50"));
        assertThat(FieldRows.of(register.fieldSchema(), Map.of("members", members)))
                .containsExactly(
                        new Sheet.Row("成员 / Members", "姓名 / Name: 王强\n与户主关系 / Relation to the head: 户主"),
                        new Sheet.Row("成员 / Members", "姓名 / Name: 王晓\n与户主关系 / Relation to the head: 之女\nnote: 迁入"));
    }

    @Test
    void goesOnToFurtherPagesAndWrapsWhatIsLongInsteadOfLeavingItOut() throws IOException {
        var rows = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Sheet.Row("第" + i + "项 / Item number " + i, "泉城路".repeat(30) + "\n第" + i + "号完"))
                .toList();
        var sheet = new Sheet("居民户口簿", "1", Given.REGISTRY, rows, Given.title().marks());

        var document = Given.DOCUMENTS.sealed(sheet, Given.REGISTRY);

        var pages = Given.entries(document).entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("Content.xml"))
                .map(entry -> new String(entry.getValue(), StandardCharsets.UTF_8))
                .toList();
        assertThat(pages).hasSizeGreaterThan(5).allMatch(page -> page.contains("居民户口簿"));
        assertThat(String.join("", pages)).contains("第40号完").contains("1/" + pages.size());
        assertThat(Given.verified(document).holds()).isTrue();
        assertThat(document).hasSizeLessThan(150_000);
        try (var pdf = Loader.loadPDF(Given.DOCUMENTS.preview(sheet))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(pages.size());
            assertThat(new PDFTextStripper().getText(pdf)).contains("第1号完").contains("第40号完");
        }
    }

    private static Holder wang(Share share) {
        return new Holder("王强", IdType.PASSPORT, "P1234567", share);
    }

    private Licence title(List<Holder> holders, Map<String, Object> data) {
        return new Licence(
                "lic_0",
                title.id(),
                "N1",
                null,
                1,
                holders,
                data,
                LocalDate.of(2026, 11, 26),
                null,
                Licence.Status.VALID,
                Given.NOON);
    }

    @Test
    void thePreviewShowsTheSame() throws IOException {
        try (var pdf = Loader.loadPDF(Given.DOCUMENTS.preview(Given.title()))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("张铭 Zhang Ming")
                    .contains("PREVIEW");
        }
        assertThat(inkOf(Given.DOCUMENTS.preview(Given.title()), 0, 100)).isGreaterThan(500);
    }

    /** How many pixels of the first page are of such a grey. */
    private static long inkOf(byte[] preview, int from, int below) throws IOException {
        try (var pdf = Loader.loadPDF(preview)) {
            var page = new PDFRenderer(pdf).renderImage(0);
            return IntStream.range(0, page.getWidth() * page.getHeight())
                    .map(i -> new Color(page.getRGB(i % page.getWidth(), i / page.getWidth())).getRed())
                    .filter(grey -> from <= grey && grey < below)
                    .count();
        }
    }
}
