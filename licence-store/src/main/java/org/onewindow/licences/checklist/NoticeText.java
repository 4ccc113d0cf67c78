package org.onewindow.licences.checklist;

import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.config.Matter.RequiredMaterial.Source;

/** What the one-time notice says of an item. */
final class NoticeText {

    private NoticeText() {}

    static SupplementNeeded.Item of(Checklist.Item item) {
        var party = item.party();
        var whose = party == null ? "" : "(第" + (party + 1) + "位当事人)";
        return new SupplementNeeded.Item(
                item.material().type(), what(item) + item.material().name().zhCN() + whose);
    }

    private static String what(Checklist.Item item) {
        return item.onlineOnly() ? fromItsIssuer(item) : brought(item);
    }

    /** Whoever is told to bring what nobody takes can never fulfil it. */
    private static String fromItsIssuer(Checklist.Item item) {
        boolean none = item.why().equals(Finding.ONLINE_ONLY.why());
        return (none ? "未查到电子证照" : "现有电子证照不能用于本事项") + ",不收副本,请联系发证机关:";
    }

    private static String brought(Checklist.Item item) {
        return switch (item.standing()) {
            case REUSE_CONFIRM -> "此前提交过,如无变更请确认沿用,有变更请上传:";
            case CONFLICT -> "部门数据与电子证照不一致,请上传:";
            case EXPIRES_BEFORE_DECISION -> "电子证照将在办结前到期,请上传新的:";
            case NOT_REUSABLE -> "此前提交的不能沿用,请上传:";
            case MISSING -> item.material().from().contains(Source.LICENCE) ? "未查到电子证照,请上传:" : "请上传:";
            case SATISFIED_DATA,
                    SATISFIED_LICENCE,
                    SATISFIED_STORED,
                    SATISFIED_COMMITMENT,
                    SATISFIED_UPLOAD,
                    SOURCE_DOWN,
                    AWAITED -> throw new IllegalArgumentException("nothing is wanted for " + item.key());
        };
    }
}
