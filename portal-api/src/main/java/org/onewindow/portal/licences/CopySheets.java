package org.onewindow.portal.licences;

import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.CopyPurposes;
import org.onewindow.licences.authority.Opened;
import org.onewindow.licences.document.LicenceDocuments;
import org.onewindow.licences.document.LicenceSheets;
import org.onewindow.licences.document.Marks;
import org.onewindow.licences.document.Sheet;
import org.onewindow.licences.document.Watermark;
import org.springframework.stereotype.Component;

/** What stands on a copy: the licence as far as its user may see it, and for whom and what it was made. */
@Component
final class CopySheets {

    private static final int TAIL = 4;

    private final LicenceStore store;
    private final Supplier<ConfigurationTree> tree;
    private final PrintCodes codes;
    private final Clock clock;

    CopySheets(LicenceStore store, Supplier<ConfigurationTree> tree, PrintCodes codes, Clock clock) {
        this.store = store;
        this.tree = tree;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The copy for a use.
     *
     * @param department that uses it, its folder in the tree; null: the hall itself
     * @param code by which it was used
     */
    Sheet of(Opened.Given use, @Nullable String department, String code) {
        var purpose = store.copyPurposes().of(use);
        var licence = use.licence();
        var type = store.catalogue().type(licence.type());
        var mark = watermark(purpose, department, code);
        var print = codes.of(licence, mark.lastDay(licence.validTo()));
        return LicenceSheets.of(licence, type).marked(Marks.copy(type, licence, print, mark));
    }

    private Watermark watermark(CopyPurposes.Purpose purpose, @Nullable String department, String code) {
        var matter = tree.get().matters().get(purpose.matter());
        var user = department == null ? null : tree.get().departments().get(department);
        return new Watermark(
                user == null ? LicenceDocuments.HALL : user.name().zhCN(),
                matter == null ? purpose.matter() : matter.name().zhCN(),
                purpose.caseNumber(),
                clock.instant(),
                code.substring(Math.max(0, code.length() - TAIL)));
    }
}
