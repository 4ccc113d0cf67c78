package org.onewindow.licences.document;

import java.util.Optional;
import org.onewindow.licences.Licence;

/** What a verifier knows of licences besides what stands in a document. */
public interface LicenceKnowledge {

    /**
     * Who issues licences of a type, by the name in the certificate of their seal; empty: no such type is registered here.
     *
     * @param typeCode 21 characters
     */
    Optional<String> issuer(String typeCode);

    /**
     * The state of the licence now; empty: it is of another store.
     *
     * @param print what the code on its document says
     */
    Optional<Licence.Status> state(String print);
}
