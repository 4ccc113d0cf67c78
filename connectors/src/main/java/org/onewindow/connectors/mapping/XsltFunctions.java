package org.onewindow.connectors.mapping;

import java.util.Map;
import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;

/** The hub's functions as style sheets call them, {@code hub:yuan(…)}: the same few names as in JSONata where both need them. */
final class XsltFunctions {

    private static final String NAMESPACE = "urn:onewindow:functions:v1";

    private XsltFunctions() {}

    static void registerWith(Processor processor) {
        processor.registerExtensionFunction(
                new OneText("yuan", arguments -> HubFunctions.yuan(whole(arguments[0])), ItemType.INTEGER));
        processor.registerExtensionFunction(new OneText(
                "short-key",
                arguments -> HubFunctions.shortKey(String.valueOf(XdmJson.of(arguments[0])), whole(arguments[1])),
                ItemType.STRING,
                ItemType.INTEGER));
        processor.registerExtensionFunction(new OneText(
                "content", arguments -> HubFunctions.holes().content(material(arguments)), ItemType.ANY_MAP));
    }

    private static Object material(XdmValue[] arguments) {
        var material = XdmJson.of(arguments[0]);
        return material == null ? Map.of() : material;
    }

    private static long whole(XdmValue value) {
        return XdmJson.of(value) instanceof Number number ? number.longValue() : 0;
    }

    @FunctionalInterface
    private interface Body {
        String of(XdmValue[] arguments);
    }

    /** A function from one item each to one text. */
    private static final class OneText implements ExtensionFunction {

        private final String name;
        private final Body body;
        private final ItemType[] arguments;

        OneText(String name, Body body, ItemType... arguments) {
            this.name = name;
            this.body = body;
            this.arguments = arguments;
        }

        @Override
        public QName getName() {
            return new QName(NAMESPACE, name);
        }

        @Override
        public SequenceType getResultType() {
            return SequenceType.makeSequenceType(ItemType.STRING, OccurrenceIndicator.ONE);
        }

        @Override
        public SequenceType[] getArgumentTypes() {
            var types = new SequenceType[arguments.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = SequenceType.makeSequenceType(arguments[i], OccurrenceIndicator.ONE);
            }
            return types;
        }

        @Override
        public @Nullable XdmValue call(XdmValue[] given) throws SaxonApiException {
            try {
                return new XdmAtomicValue(body.of(given));
            } catch (IllegalArgumentException | ArithmeticException | MappingFailed wrong) {
                throw new SaxonApiException("hub:" + name + " was given what it cannot take");
            }
        }
    }
}
