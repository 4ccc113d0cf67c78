package org.onewindow.connectors.draft;

import org.onewindow.canonical.Localised;

/**
 * What is different in a newer contract.
 *
 * @param operation the contract's name of it
 * @param field where in its messages, such as {@code request/person/idNo}; empty: the operation itself
 */
public record Change(Kind kind, String operation, String field, String detail) {

    /** The kinds of differences; some break what was agreed. */
    public enum Kind {
        OPERATION_ADDED("新增操作", "a new operation", false),
        OPERATION_REMOVED("操作已取消", "the operation is gone", true),
        FIELD_ADDED("新增字段", "a new field", false),
        MANDATORY_ADDED("新增必填字段", "a new mandatory field", true),
        FIELD_REMOVED("字段已取消", "the field is gone", true),
        RETYPED("类型改变", "another type", true),
        MADE_MANDATORY("改为必填", "now mandatory", true),
        MADE_OPTIONAL("改为可选", "now optional", false);

        private final String chinese;
        private final String english;
        private final boolean breaking;

        Kind(String chinese, String english, boolean breaking) {
            this.chinese = chinese;
            this.english = english;
            this.breaking = breaking;
        }

        /** Whether messages of before may be refused now. */
        public boolean isBreaking() {
            return breaking;
        }
    }

    public Localised text() {
        var place = operation + (field.isEmpty() ? "" : " " + field) + ": ";
        var more = detail.isEmpty() ? "" : " (" + detail + ")";
        return new Localised(place + kind.chinese + more, place + kind.english + more);
    }
}
