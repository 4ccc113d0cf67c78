package org.onewindow.connectors.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Channel;
import org.onewindow.connectors.RealTree;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.JsonDifference;

/** The real channels, and what they must not let through. */
final class ChannelFormsTest {

    private static final Map<String, Channel> CHANNELS = RealTree.with(Map.of()).channels();
    private static final Channel WINDOW = Objects.requireNonNull(CHANNELS.get("window-system"));
    private static final Channel WECHAT = Objects.requireNonNull(CHANNELS.get("wechat-mini-program"));
    private static final ChannelForms FORMS = ChannelForms.of(CHANNELS.values());

    @TempDir
    Path root = Path.of("");

    @Test
    void everySampleOfTheRealChannelsHolds() {
        assertThat(ChannelForms.check(RealTree.ROOT, CHANNELS.values())).isEmpty();
    }

    @Test
    void theSameSubmissionOfBothChannelsBecomesTheSameRequest() throws IOException {
        var window = request(FORMS.ofXml(WINDOW, sample(WINDOW)));
        var wechat = request(FORMS.ofJson(WECHAT, json(sample(WECHAT))));

        assertThat(window.put("channel", "")).isEqualTo("window-system");
        assertThat(wechat.put("channel", "")).isEqualTo("wechat-mini-program");
        assertThat(JsonDifference.first(window, wechat)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><r>&x;</r>",
                "<!DOCTYPE r [<!ENTITY % p SYSTEM 'http://127.0.0.1:24990/x'>%p;]><r/>",
                "<SLDJ>",
                "{\"matter\": \"used-home-transfer\"}",
                "",
            })
    void refusesWhatIsNoXmlOrHasADoctype(String submission) {
        assertThat(FORMS.ofXml(WINDOW, submission.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormRead.NotXml.class);
    }

    @Test
    void refusesXmlThatIsDeeperWiderOrLongerThanAnyForm() {
        var deep = "<a>".repeat(60) + "</a>".repeat(60);
        var wide = new StringBuilder("<a");
        for (int i = 0; i < 60; i++) {
            wide.append(" a").append(i).append("='1'");
        }
        var many = "<a>" + "<b/>".repeat(30_000) + "</a>";
        var late = "<a>\n<b>" + "x".repeat(200_000) + "</b></a>";

        for (var bad : List.of(deep, wide.append("/>").toString(), many)) {
            assertThat(FORMS.ofXml(WINDOW, bad.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(FormRead.NotXml.class);
        }
        assertThat(FORMS.ofXml(WINDOW, late.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(FormRead.NotXml.class, not -> assertThat(not.where())
                        .extracting(Localised::en)
                        .asString()
                        .startsWith("Not XML at line 2"));
    }

    @Test
    void saysWhyTheMappingCannotReadASubmissionWithoutItsValues() {
        var other = FORMS.ofXml(WINDOW, "<other>370102198503078212</other>".getBytes(StandardCharsets.UTF_8));
        var price = FORMS.ofJson(WECHAT, Map.of("house", Map.of("price", "370102198503078212,5")));

        assertThat(List.of(other, price)).allSatisfy(read -> assertThat(read)
                .isInstanceOfSatisfying(
                        FormRead.Unreadable.class,
                        not -> assertThat(not.reason()).isNotBlank().doesNotContain("370102198503078212")));
    }

    @Test
    void keepsAChannelToItsOwnMatter() throws IOException {
        copyChannels();
        spoil("wechat-mini-program/mapping.jsonata", "\"form\":", "\"matter\": other, \"form\":");
        var channel = channel(WECHAT);

        var read = ChannelForms.of(List.of(channel)).ofJson(channel, Map.of("other", "divorce"));

        assertThat(read).isEqualTo(new FormRead.Unreadable("the channel is for the matter used-home-transfer only"));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            window-system/mapping.xslt | match="/SLDJ" | match="/SLDJ[" | HUB-3101 | window-system/mapping.xslt:9
            window-system/mapping.xslt | * 100 | * 10 | HUB-3102 | window-system/samples/used-home-transfer/request.json:1
            window-system/mapping.xslt | resident-id | residentid | HUB-3102 | window-system/samples/used-home-transfer/request.json:1
            wechat-mini-program/mapping.jsonata | $yuanToFen(house.price) | $content(house) | HUB-3102 | wechat-mini-program/samples/used-home-transfer/submission.json:1
            wechat-mini-program/mapping.jsonata | $yuanToFen(house.price) | $hmacSha256('tax/password', 'x') | HUB-3102 | wechat-mini-program/samples/used-home-transfer/submission.json:1
            wechat-mini-program/mapping.jsonata | $types := { | $types := [ | HUB-3101 | wechat-mini-program/mapping.jsonata:13
            window-system/samples/used-home-transfer/submission.xml | <SLDJ | <!DOCTYPE SLDJ><SLDJ | HUB-3103 | window-system/samples/used-home-transfer/submission.xml:1
            """)
    void findsTheFault(String file, String before, String after, String code, String place) throws IOException {
        copyChannels();
        spoil(file, before, after);
        var channel = file.startsWith("window") ? WINDOW : WECHAT;

        assertThat(ChannelForms.check(root, List.of(channel(channel))))
                .anySatisfy(diagnostic -> assertThat(diagnostic.toString())
                        .startsWith("channels/" + place + ":")
                        .contains(": " + code + " "));
    }

    private Channel channel(Channel real) {
        return new Channel(
                real.id(),
                root.resolve("channels").resolve(real.id()),
                real.name(),
                real.format(),
                real.matter(),
                real.clients());
    }

    private void spoil(String file, String before, String after) throws IOException {
        var path = root.resolve("channels").resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    private void copyChannels() throws IOException {
        var from = RealTree.ROOT.resolve("channels");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        root.resolve("channels").resolve(from.relativize(file).toString()));
            }
        }
    }

    private static Map<String, ?> json(byte[] document) throws IOException {
        return CanonicalJson.object(Objects.requireNonNull(CanonicalJson.parse(document)));
    }

    private static byte[] sample(Channel channel) throws IOException {
        return Files.readAllBytes(channel.folder()
                .resolve("samples/used-home-transfer/submission."
                        + channel.format().ending()));
    }

    private static Map<String, Object> request(FormRead read) {
        assertThat(read).isInstanceOf(FormRead.Request.class);
        return new java.util.TreeMap<>(((FormRead.Request) read).values());
    }
}
