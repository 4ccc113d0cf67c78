package org.onewindow.portal.licences;

import java.util.List;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Code;
import org.onewindow.licences.authority.Mode;
import org.onewindow.licences.authority.Opened;
import org.onewindow.licences.authority.Wish;
import org.springframework.stereotype.Component;

/** Reads the picture that a holder shows on a screen (亮证): each once, and its holder sees by whom. */
@Component
public final class Scans {

    private final LicenceStore store;

    Scans(LicenceStore store) {
        this.store = store;
    }

    /** What it shows, a use of its licence; a refusal where it is over, was read before or is none. */
    public Opened.Given read(Actor reader, String qr) {
        int dot = qr.indexOf('.');
        var wish =
                new Wish(new Code(qr.substring(dot + 1)), qr.substring(0, Math.max(0, dot)), Mode.QR, List.of(), null);
        return switch (store.openings().open(reader, wish)) {
            case Opened.Given given -> given;
            case Opened.Refused refused -> throw UseRefusals.of(refused);
        };
    }
}
