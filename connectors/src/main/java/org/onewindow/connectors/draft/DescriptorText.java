package org.onewindow.connectors.draft;

import org.onewindow.connectors.contract.Contract;
import org.onewindow.connectors.contract.RestContract;
import org.onewindow.connectors.contract.SoapContract;
import org.onewindow.connectors.contract.SoapPort;

/** The head of a drafted department.yaml: what is above its operations. */
final class DescriptorText {

    /** Where the copy stands that the hub works with, if the original was not good enough. */
    static final String REPAIRED = "contract/repaired/";

    private static final int LONGEST_NAME = 400;

    private final Wish wish;

    DescriptorText(Wish wish) {
        this.wish = wish;
    }

    String soap(SoapContract contract, SoapPort port) {
        var text = head(
                "xml",
                "wsdl: " + YamlText.of(file(contract)) + ", service: " + YamlText.of(port.service()) + ", port: "
                        + YamlText.of(port.name()));
        text.append("endpoint:\n  url: ${" + wish.setting() + "_URL:simulator}        # the real address: set "
                + wish.setting() + "_URL\n");
        if (port.security().contains("UsernameToken")) {
            text.append(
                            "  # TODO the contract asks for a UsernameToken: put the password into the secrets and take the # away\n")
                    .append("  # security: {username-token: {user: \"${" + wish.setting()
                            + "_USER}\", password: \"${secret:" + wish.id() + "/password}\", digest: true}}\n");
        } else if (!port.security().isEmpty()) {
            text.append("  # TODO the contract asks for WS-Security (" + String.join(", ", port.security()) + ")\n");
        }
        return limits(text);
    }

    String rest(RestContract contract) {
        var text = head("json", "openapi: " + YamlText.of(file(contract)));
        text.append("endpoint:\n  url: ${" + wish.setting() + "_URL:simulator}        # the real address: set "
                + wish.setting() + "_URL\n");
        if (contract.document().get("components") instanceof java.util.Map<?, ?> components
                && components.get("securitySchemes") instanceof java.util.Map<?, ?> schemes) {
            text.append("  # TODO the contract asks for "
                    + String.join(
                            ", ", schemes.keySet().stream().map(String::valueOf).toList())
                    + ": security: {bearer|basic|oauth2-client|signed: …}\n");
        }
        return limits(text);
    }

    String queue(String page) {
        var text = head("xstream", "page: " + page);
        text.append("endpoint:\n  queue: " + wish.queue() + "\n  reply-queue: HUB."
                + wish.setting().replace('_', '.')
                + ".RSP        # tell the department to answer there\n  charset: UTF-8        # or GB18030\n");
        text.append(
                "  # properties: {TXN: \"$call\"}        # JMS properties of each request, where the department wants some\n");
        return limits(text);
    }

    /** In folders of the department's own name. */
    String files(String page, boolean json) {
        var text = head(json ? "json" : "xstream", "page: " + page);
        text.append(
                "endpoint:\n  files: {out: " + wish.id() + "/out, in: " + wish.id()
                        + "/in, charset: UTF-8, kept: 90d}        # below HUB_FILES, made by whoever mounts them; or GB18030\n");
        return limits(text);
    }

    String page(String page) {
        var text = head("json", "page: " + page);
        text.append("endpoint:\n  url: ${" + wish.setting() + "_URL:simulator}\n");
        return limits(text);
    }

    private StringBuilder head(String format, String contract) {
        return new StringBuilder("# yaml-language-server: $schema=../../schema/department.schema.json\n")
                .append("apiVersion: hub/v1\nid: " + wish.id() + "\n")
                .append("name: {zh-CN: " + name(wish.name().zhCN()) + ", en: "
                        + name(wish.name().en()) + "}\n")
                .append("format: " + format + "\ncontract: {" + contract + "}\n");
    }

    private static String limits(StringBuilder text) {
        return text.append(
                        "limits: {timeout: 10s, concurrency: 8}        # TODO how long may an answer take; rate: 50/s, hours: \"08:00-18:00\"\n")
                .append("operations:\n")
                .toString();
    }

    private static String name(String name) {
        return YamlText.of(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }

    static String file(Contract contract) {
        return (contract.copy().isEmpty() ? "contract/" : REPAIRED) + contract.file();
    }

    /** Where the contract says the department is; empty: it does not say. */
    static String address(Contract contract) {
        return switch (contract) {
            case SoapContract soap -> soap.ports().getFirst().address();
            case RestContract rest ->
                rest.document().get("servers") instanceof java.util.List<?> servers
                                && !servers.isEmpty()
                                && servers.getFirst() instanceof java.util.Map<?, ?> server
                        ? String.valueOf(server.get("url"))
                        : "";
        };
    }
}
