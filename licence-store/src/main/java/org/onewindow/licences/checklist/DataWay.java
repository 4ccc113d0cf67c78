package org.onewindow.licences.checklist;

/** Predicate at the source: nobody brings what a department can say. */
final class DataWay implements Way {

    private final SourceCheck sources;

    DataWay(SourceCheck sources) {
        this.sources = sources;
    }

    @Override
    public Finding look(Ask ask) {
        var question = ask.question();
        return ask.type(ask.material().type())
                .map(type -> type.verifiedBy())
                .map(by -> switch (sources.ask(question.tree(), by, question.request(), ask.whose())) {
                    case HOLDS -> Finding.of(Standing.SATISFIED_DATA);
                    case DOES_NOT -> Finding.DENIED;
                    case CANNOT_SAY -> Finding.NOTHING;
                    case AWAY -> Finding.of(Standing.SOURCE_DOWN);
                })
                .orElse(Finding.NOTHING);
    }
}
