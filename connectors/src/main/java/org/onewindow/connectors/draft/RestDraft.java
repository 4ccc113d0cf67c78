package org.onewindow.connectors.draft;

import java.util.Set;
import org.onewindow.connectors.contract.RestContract;
import org.onewindow.connectors.contract.RestOperation;

/** Drafts the operations of an OpenAPI document. */
final class RestDraft {
    RestDraft(RestContract contract, Glossary glossary, String department) {}
    OperationDraft draft(RestOperation operation, Set<String> taken) { throw new Endless(operation.id()); }
}
