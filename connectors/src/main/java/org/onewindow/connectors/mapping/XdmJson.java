package org.onewindow.connectors.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.XdmArray;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;

/** JSON values as XPath's maps, arrays and atoms, and back: integers stay xs:integer, decimals xs:decimal. */
final class XdmJson {

    private XdmJson() {}

    static XdmValue of(@Nullable Object json) {
        return switch (json) {
            case null -> XdmEmptySequence.getInstance();
            case String text -> new XdmAtomicValue(text);
            case Boolean bool -> new XdmAtomicValue(bool);
            case Integer small -> new XdmAtomicValue(small.longValue());
            case Long big -> new XdmAtomicValue(big);
            case BigInteger huge -> new XdmAtomicValue(new BigDecimal(huge));
            case BigDecimal decimal -> new XdmAtomicValue(decimal);
            case Double real -> new XdmAtomicValue(BigDecimal.valueOf(real));
            case List<?> list -> new XdmArray(list.stream().map(XdmJson::of).toList());
            case Map<?, ?> object -> {
                var map = new XdmMap();
                for (var field : object.entrySet()) {
                    map = map.put(new XdmAtomicValue(String.valueOf(field.getKey())), of(field.getValue()));
                }
                yield map;
            }
            default -> throw new IllegalArgumentException("not a JSON value: " + json.getClass());
        };
    }

    /** A sequence of several becomes a list; nothing becomes null; a node is no JSON value. */
    static @Nullable Object of(XdmValue value) {
        return switch (value.size()) {
            case 0 -> null;
            case 1 -> ofItem(value.itemAt(0));
            default -> {
                var list = new ArrayList<@Nullable Object>(value.size());
                value.forEach(item -> list.add(ofItem(item)));
                yield list;
            }
        };
    }

    private static @Nullable Object ofItem(XdmItem item) {
        return switch (item) {
            case XdmMap map -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                map.entrySet().forEach(field -> object.put(field.getKey().getStringValue(), of(field.getValue())));
                yield object;
            }
            case XdmArray array -> {
                var list = new ArrayList<@Nullable Object>(array.arrayLength());
                array.asList().forEach(member -> list.add(of(member)));
                yield list;
            }
            case XdmAtomicValue atom -> ofAtom(atom);
            case XdmNode _ ->
                throw new MappingFailed("the result holds a node where a JSON value belongs; use string()");
            default -> throw new MappingFailed("the result holds a function");
        };
    }

    private static @Nullable Object ofAtom(XdmAtomicValue atom) {
        try {
            return switch (atom.getValue()) {
                case Boolean bool -> bool;
                case Long whole -> whole;
                case BigInteger whole -> new BigDecimal(whole).longValueExact();
                case BigDecimal decimal -> decimal;
                case Double real -> BigDecimal.valueOf(real);
                case Float real -> BigDecimal.valueOf(real);
                default -> atom.getStringValue();
            };
        } catch (ArithmeticException | NumberFormatException tooBig) {
            throw new MappingFailed("the result holds a number that does not fit");
        }
    }
}
