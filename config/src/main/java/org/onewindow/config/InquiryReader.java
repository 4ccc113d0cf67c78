package org.onewindow.config;

/** Turns an inquiry that the checks have found good into its typed form. */
final class InquiryReader {

    private InquiryReader() {}

    static Inquiry read(YamlValue file, String formSchema) {
        return new Inquiry(
                file.get("id").mustBeText(),
                Contents.localised(file.get("name")),
                Contents.duration(file.get("within")),
                formSchema,
                Contents.map(file.get("asks"), InquiryReader::ask));
    }

    private static Inquiry.Ask ask(YamlValue ask) {
        return new Inquiry.Ask(
                ask.get("department").mustBeText(),
                ask.get("operation").mustBeText(),
                Contents.optionalExpression(ask.get("when")));
    }
}
