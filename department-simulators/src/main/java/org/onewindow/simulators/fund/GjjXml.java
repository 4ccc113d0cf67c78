package org.onewindow.simulators.fund;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.XStreamException;
import com.thoughtworks.xstream.converters.SingleValueConverter;
import com.thoughtworks.xstream.converters.basic.AbstractSingleValueConverter;
import com.thoughtworks.xstream.io.xml.DomDriver;
import com.thoughtworks.xstream.io.xml.DomReader;
import com.thoughtworks.xstream.io.xml.PrettyPrintWriter;
import com.thoughtworks.xstream.security.NoTypePermission;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Xml;

/**
 * The centre's XStream dialect in GB18030.
 *
 * <p>Only the beans of this package become objects: everything else is denied before, and the text is parsed by the
 * hardened parser, never by XStream's own.
 */
final class GjjXml {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DECLARATION = Pattern.compile("\\s*<\\?xml\\s([^?]*)\\?>.*", Pattern.DOTALL);
    private static final Pattern ENCODING =
            Pattern.compile(".*encoding\\s*=\\s*[\"'](?i:GB18030)[\"'].*", Pattern.DOTALL);

    private final XStream xstream = beans();

    /** A request, or why these bytes are none. */
    Reading read(byte[] bytes) {
        String text;
        try {
            text = GB18030.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notGb18030) {
            return new Reading.NoBean("not GB18030");
        }
        var declaration = DECLARATION.matcher(text);
        if (declaration.matches() && !ENCODING.matcher(declaration.group(1)).matches()) {
            return new Reading.NoBean("declared in another encoding");
        }
        var document = Xml.read(text);
        if (document.isEmpty()) {
            return new Reading.NoBean("no XML");
        }
        try {
            return xstream.unmarshal(new DomReader(document.get())) instanceof GjjRequest request
                    ? new Reading.Bean(request)
                    : new Reading.NoBean("another bean");
        } catch (XStreamException notABean) {
            return new Reading.NoBean("no bean: " + notABean.getClass().getSimpleName());
        }
    }

    /** Without a declaration, as the contract shows it. */
    byte[] write(Object bean) {
        var text = new StringWriter();
        xstream.marshal(bean, new PrettyPrintWriter(text));
        return text.toString().getBytes(GB18030);
    }

    /** What became of the bytes of a message. */
    sealed interface Reading {

        record Bean(GjjRequest request) implements Reading {}

        record NoBean(String reason) implements Reading {}
    }

    private static XStream beans() {
        var xstream = new XStream(new DomDriver());
        xstream.addPermission(NoTypePermission.NONE);
        xstream.allowTypes(new Class<?>[] {
            GjjRequest.class, GjjRequest.Person.class, GjjRequest.Property.class, GjjRequest.Account.class
        });
        xstream.setMode(XStream.NO_REFERENCES);
        xstream.alias("gjj-request", GjjRequest.class);
        xstream.alias("gjj-reply", GjjReply.class);
        xstream.alias("gjj-event", GjjEvent.class);
        xstream.alias("loan", GjjReply.Loan.class);
        xstream.alias("sql-date", LocalDate.class);
        xstream.registerConverter((SingleValueConverter) new Times());
        return xstream;
    }

    /** {@code 2026-11-22 09:30:15.120 CST}; CST is China Standard Time whatever the machine thinks. */
    private static final class Times extends AbstractSingleValueConverter {

        private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'CST'")
                .withResolverStyle(ResolverStyle.STRICT)
                .withZone(Stage.BEIJING);

        @Override
        public boolean canConvert(@SuppressWarnings("rawtypes") Class type) {
            return type == Instant.class;
        }

        @Override
        public String toString(Object time) {
            return FORM.format((Instant) time);
        }

        @Override
        public Object fromString(String text) {
            return ZonedDateTime.parse(text.strip(), FORM).toInstant();
        }
    }
}
