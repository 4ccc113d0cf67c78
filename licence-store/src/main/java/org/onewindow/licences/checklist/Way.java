package org.onewindow.licences.checklist;

/** A way for a material to come. */
@FunctionalInterface
interface Way {

    Finding look(Ask ask);
}
