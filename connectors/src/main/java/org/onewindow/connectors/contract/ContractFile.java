package org.onewindow.connectors.contract;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One document of a contract while it is examined; what is done to it shows in its copy. */
public final class ContractFile {

    private final String path;
    private final Document document;
    private boolean changed;

    ContractFile(String path, Document document) {
        this.path = path;
        this.document = document;
    }

    /** Relative to the contract's folder. */
    String path() {
        return path;
    }

    Element root() {
        return document.getDocumentElement();
    }

    boolean isWsdl() {
        return Xsd.is(root(), Xsd.WSDL, "definitions");
    }

    boolean isSchema() {
        return Xsd.is(root(), "schema");
    }

    Spot spot(Node node) {
        return LocatedXml.spot(path, node);
    }

    void change() {
        changed = true;
    }

    boolean isChanged() {
        return changed;
    }

    boolean isOfCatalogue() {
        return path.startsWith(Catalogue.FOLDER);
    }
}
