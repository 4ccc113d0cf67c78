package org.onewindow.connectors.contract;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Explanation;

/** What can make a contract, or one of its operations, unusable: codes {@code HUB-32xx}, their texts in {@code faults.*.properties}. */
public enum ContractFault {
    NOT_XML("HUB-3201"),
    ENTITIES("HUB-3202"),
    TOO_LARGE("HUB-3203"),
    NOT_A_CONTRACT("HUB-3204"),
    MISSING_FILE("HUB-3205"),
    OUTSIDE("HUB-3206"),
    NOT_DECLARED("HUB-3207"),
    DECLARED_TWICE("HUB-3208"),
    SCHEMA_INVALID("HUB-3209"),
    NO_OPERATION("HUB-3210"),
    ENCODED("HUB-3211"),
    ONE_WAY("HUB-3212"),
    ATTACHMENTS("HUB-3213"),
    NOT_ONE_BODY("HUB-3214"),
    BAD_REFERENCE("HUB-3215"),
    NOT_SPOKEN("HUB-3216"),
    ENDLESS("HUB-3217"),
    NOT_YAML("HUB-3219"),
    NO_SAMPLE("HUB-3220"),
    UNKNOWN_OPERATION("HUB-3218");

    private final String code;

    ContractFault(String code) {
        this.code = code;
    }

    public Diagnostic at(Spot spot, Object... words) {
        return new Diagnostic(
                spot.file(),
                spot.line(),
                spot.column(),
                code,
                Words.filled(text("what"), words),
                text("why"),
                Words.filled(text("write"), words));
    }

    private Localised text(String part) {
        return new Localised(
                Texts.CHINESE.getProperty(code + "." + part), Texts.ENGLISH.getProperty(code + "." + part));
    }

    /** What a code of contracts is about, for {@code ./hub explain CODE}; empty for another. */
    public static Optional<Explanation> explain(String code) {
        return Arrays.stream(values())
                .filter(fault -> fault.code.equals(code))
                .map(fault -> new Explanation(
                        fault.code, open(fault.text("what")), open(fault.text("why")), open(fault.text("write"))))
                .findFirst();
    }

    private static Localised open(Localised text) {
        return new Localised(text.zhCN().replaceAll("\\{[0-9]}", "…"), text.en().replaceAll("\\{[0-9]}", "…"));
    }

    private static final class Texts {

        static final Properties CHINESE = read("faults.zh-CN.properties");
        static final Properties ENGLISH = read("faults.en.properties");

        private static Properties read(String resource) {
            var texts = new Properties();
            try (var in = Objects.requireNonNull(ContractFault.class.getResourceAsStream(resource))) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return texts;
        }
    }
}
