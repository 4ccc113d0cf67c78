package org.onewindow.portal.licences;

import java.util.function.Supplier;
import org.onewindow.licences.document.LicenceDocuments;
import org.onewindow.licences.document.MissingGlyphs;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where documents are written, and how they are handed over: never into a cache. */
@Component
final class DocumentDesk {

    static final String OFD = "application/ofd";

    /** Made when first asked for: most hubs start many times before they seal once. */
    private final ObjectProvider<LicenceDocuments> documents;

    DocumentDesk(ObjectProvider<LicenceDocuments> documents) {
        this.documents = documents;
    }

    /** Asked before anything is used up: a hub without seals says so first. */
    LicenceDocuments writer() {
        var writer = documents.getIfAvailable();
        if (writer == null) {
            throw new Refusal(ProblemCode.NOT_ACCEPTABLE);
        }
        return writer;
    }

    /** The document as an answer; one that would have an empty box in a name is refused. */
    static ResponseEntity<byte[]> answer(String type, Supplier<byte[]> writing) {
        try {
            return ResponseEntity.ok()
                    .header("Content-Type", type)
                    .header("Cache-Control", "no-store")
                    .body(writing.get());
        } catch (MissingGlyphs incomplete) {
            throw new Refusal(ProblemCode.DOCUMENT_INCOMPLETE);
        }
    }
}
