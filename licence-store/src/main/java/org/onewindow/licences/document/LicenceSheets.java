package org.onewindow.licences.document;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.canonical.IdType;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Holder;
import org.onewindow.licences.Licence;

/** Puts on a sheet what stands on a licence: who holds it, then the fields of its type in their order. */
public final class LicenceSheets {

    private static final String HOLDER = "持证主体 / Holder";
    private static final String LAST_DAY = "有效期至 / Valid to";

    private LicenceSheets() {}

    /** The whole licence as it is shown to who will read it: whatever they must not see is out of it before. */
    public static Sheet of(Licence licence, LicenceType type) {
        var rows = new ArrayList<Sheet.Row>();
        licence.holders().forEach(holder -> rows.add(new Sheet.Row(HOLDER, text(holder))));
        rows.addAll(FieldRows.of(type.fieldSchema(), licence.data()));
        var lastDay = licence.validTo();
        if (lastDay != null && !licence.data().containsKey("validTo")) {
            rows.add(new Sheet.Row(LAST_DAY, lastDay.toString()));
        }
        var identifier = licence.identifier();
        return new Sheet(
                type.name().zhCN(),
                identifier == null ? licence.number() : identifier,
                type.issuer().name().zhCN(),
                List.copyOf(rows),
                Marks.NONE);
    }

    private static String text(Holder holder) {
        var text = holder.name() + "\n" + name(holder.idType()) + " " + holder.idNumber();
        return holder.share() == null ? text : text + "\n份额 " + holder.share();
    }

    /** As GB/T 36903 lists the kinds of holders' documents. */
    private static String name(IdType type) {
        return switch (type) {
            case RESIDENT_ID -> "公民身份号码";
            case PASSPORT -> "护照号码";
            case HK_MACAO_PERMIT -> "港澳居民来往内地通行证号码";
            case TAIWAN_PERMIT -> "台湾居民来往大陆通行证号码";
            case USCC -> "统一社会信用代码";
        };
    }
}
