package org.onewindow.licences.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class LicenceDocumentsTest {

    @Test
    void aLicenceOfOursVerifiesInEveryCheckAndIsSmall() {
        var document = Given.sealed();

        assertThat(Given.verifier().verify(document, Given.REGISTRY).checks())
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
        var sheet = new Sheet("证", "1", Given.REGISTRY, List.of(new Sheet.Row("权利人", "㛃䶮")), null);

        assertThatThrownBy(() -> Given.DOCUMENTS.sealed(sheet, Given.REGISTRY))
                .isInstanceOf(MissingGlyphs.class)
                .hasMessage("no font shows U+36C3, U+4DAE: add a TrueType font that does to HUB_FONTS");
    }

    @Test
    void aCopySaysForWhomItIs() throws IOException {
        var mark = Watermark.of("不动产登记中心", LocalDate.of(2026, 11, 26), null, "仅供水务集团办理水表过户使用");

        var copy = Given.DOCUMENTS.sealed(Given.title().noted(mark), "办事大厅");

        assertThat(new String(
                        Given.entry(Given.entries(copy), "Doc_0/Pages/Page_0/Content.xml"), StandardCharsets.UTF_8))
                .contains("此件由不动产登记中心提供,仅供办理政务服务事项时使用,有效期至2026年12月26日")
                .contains("仅供水务集团办理水表过户使用");
        assertThat(Given.verifier().verify(copy, "办事大厅").holds()).isTrue();
    }

    @Test
    void aCopyIsGoodForNoLongerThanItsLicence() {
        assertThat(Watermark.of("公安局", LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 1), "用"))
                .contains("有效期至2026年12月1日");
    }

    @Test
    void thePreviewShowsTheSame() throws IOException {
        try (var pdf = Loader.loadPDF(Given.DOCUMENTS.preview(Given.title()))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("张铭 Zhang Ming")
                    .contains("PREVIEW");
            var page = new PDFRenderer(pdf).renderImage(0);
            long dark = IntStream.range(0, page.getWidth() * page.getHeight())
                    .filter(i -> new Color(page.getRGB(i % page.getWidth(), i / page.getWidth())).getRed() < 100)
                    .count();
            assertThat(dark).isGreaterThan(500);
        }
    }
}
