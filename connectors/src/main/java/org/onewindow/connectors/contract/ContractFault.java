package org.onewindow.connectors.contract;

import java.util.Arrays;
import java.util.Optional;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Explanation;

/** What can make a contract, or one of its operations, unusable: codes {@code HUB-32xx}. */
@SuppressWarnings("ImmutableEnumChecker") // Localised is a record of two texts
public enum ContractFault {
    NOT_XML(
            "HUB-3201",
            new Localised("不是格式良好的 XML：{0}", "no well-formed XML: {0}"),
            new Localised("读不出内容", "nothing can be read from it"),
            new Localised("请部门重新提供该文件", "ask the department for the file again")),
    ENTITIES(
            "HUB-3202",
            new Localised("DOCTYPE 中声明了实体", "it declares entities in a DOCTYPE"),
            new Localised(
                    "实体能读取本机文件或耗尽内存，一律不读",
                    "entities can read files of this machine or fill its memory; they are never expanded"),
            new Localised("删除 DOCTYPE，把实体的内容直接写入", "take the DOCTYPE out and write the entities' text in their place")),
    TOO_LARGE(
            "HUB-3203",
            new Localised("太大或嵌套太深：{0}", "too large or nested too deeply: {0}"),
            new Localised("每个输入都有上限", "every input has its limit"),
            new Localised("只保留需要的操作和类型", "keep only the operations and types that are needed")),
    NOT_A_CONTRACT(
            "HUB-3204",
            new Localised("不是这种合同：{0}", "no such contract: {0}"),
            new Localised(
                    "--wsdl 要 WSDL 1.1，--openapi 要 OpenAPI 3.0 或 3.1",
                    "--wsdl wants a WSDL 1.1, --openapi an OpenAPI 3.0 or 3.1"),
            new Localised(
                    "请部门提供该格式的合同，或用 --sample 从样例开始",
                    "ask the department for one, or start from a message with --sample")),
    MISSING_FILE(
            "HUB-3205",
            new Localised("引用了 {0}，但合同文件夹中没有", "{0} is referred to, and is not in the folder of the contract"),
            new Localised("不从网络取任何文件", "nothing is fetched from the network"),
            new Localised("向部门索取该文件，放在合同旁边", "ask the department for that file and put it beside the contract")),
    OUTSIDE(
            "HUB-3206",
            new Localised("引用了文件夹之外的 {0}", "{0} lies outside the folder of the contract"),
            new Localised("文件夹之外一律不读", "nothing outside that folder is read"),
            new Localised("把它放进合同的文件夹并改用相对路径", "put it into the contract's folder and name it relatively")),
    NOT_DECLARED(
            "HUB-3207",
            new Localised("用到了 {0}，但没有声明{1}", "{0} is used and declared nowhere{1}"),
            new Localised("没有声明就无法核对报文", "messages cannot be checked without it"),
            new Localised("放入声明它的 XSD，或改正名称", "put in the XSD that declares it, or mend the name")),
    DECLARED_TWICE(
            "HUB-3208",
            new Localised("{0} 有两个不同的声明，另一个在 {1}", "{0} is declared twice and differently; the other is at {1}"),
            new Localised("不知道哪一个算数", "nobody can know which one counts"),
            new Localised("向部门确认后删去其中一个", "ask the department and delete one of them")),
    SCHEMA_INVALID(
            "HUB-3209",
            new Localised("XML Schema 不成立：{0}", "the XML Schema does not hold: {0}"),
            new Localised("没有成立的 Schema 就不能核对报文", "messages are never sent unchecked, and this cannot check them"),
            new Localised("按该行的提示改正，或请部门改正", "mend that line, or have the department mend it")),
    NO_OPERATION(
            "HUB-3210",
            new Localised("没有可以描述的操作：{0}", "it has no operation that can be described: {0}"),
            new Localised("部门没有任何可调用的内容", "there is nothing to ask the department for"),
            new Localised(
                    "请部门提供带 SOAP 绑定、文字编码（literal）的 WSDL", "ask for a WSDL with a SOAP binding and literal messages")),
    ENCODED(
            "HUB-3211",
            new Localised("rpc/encoded 的消息", "its messages are rpc/encoded"),
            new Localised(
                    "这种编码没有可核对的 Schema（WS-I 已于 2004 年弃用）",
                    "no schema describes such messages; WS-I banned them in 2004"),
            new Localised("请部门提供 literal 的绑定", "ask for a binding with use=\"literal\"")),
    ONE_WAY(
            "HUB-3212",
            new Localised("没有答复消息（单向）", "it has no answer (one-way)"),
            new Localised("没有答复就不知道是否办成", "without an answer nobody knows whether anything happened"),
            new Localised("请部门提供回执或查询操作", "ask for a receipt, or for an operation that looks it up")),
    ATTACHMENTS(
            "HUB-3213",
            new Localised("消息是 MIME 附件", "its messages are MIME multiparts"),
            new Localised("附件只以 base64 元素传送", "attachments travel as base64 elements only"),
            new Localised("请部门提供不带附件的绑定", "ask for a binding without attachments")),
    NOT_ONE_BODY(
            "HUB-3214",
            new Localised(
                    "document 方式的消息正文不是一个元素：{0}", "the body of its document-style message is not one element: {0}"),
            new Localised("正文须是一个已声明的元素", "a body is one declared element"),
            new Localised(
                    "请部门按 WS-I Basic Profile 改正该消息",
                    "ask the department to mend that message after the WS-I Basic Profile")),
    BAD_REFERENCE(
            "HUB-3215",
            new Localised("引用 {0} 没有指向任何内容", "the reference {0} leads nowhere"),
            new Localised("缺少的部分无法核对", "what is missing cannot be checked"),
            new Localised("改正引用，或放入该文件", "mend the reference, or put in the file")),
    NOT_SPOKEN(
            "HUB-3216",
            new Localised("不支持：{0}", "not spoken: {0}"),
            new Localised(
                    "枢纽只发送 JSON 正文以及路径、查询、头部参数", "the hub sends JSON bodies and parameters in path, query and headers"),
            new Localised("请部门提供 application/json 的接口", "ask the department for application/json")),
    ENDLESS(
            "HUB-3217",
            new Localised("{0} 必须包含自身", "{0} must contain itself"),
            new Localised("没有有限的报文能满足它", "no finite message can satisfy it"),
            new Localised("请部门把递归部分改为可选", "ask the department to make the recursion optional")),
    NOT_YAML(
            "HUB-3219",
            new Localised("不是 YAML 或 JSON：{0}", "no YAML or JSON: {0}"),
            new Localised("读不出内容", "nothing can be read from it"),
            new Localised("改正该处，或请部门重新提供", "mend that place, or ask the department for the file again")),
    NO_SAMPLE(
            "HUB-3220",
            new Localised("这个样例不能单独使用：{0}", "this sample alone will not do: {0}"),
            new Localised(
                    "通过 HTTP 发送 XML 需要 WSDL，经消息队列只发送 XML",
                    "XML over HTTP needs a WSDL, and over queues only XML is sent"),
            new Localised(
                    "XML 样例加 --jms 队列，JSON 样例不加", "give --jms QUEUE with an XML sample, and none with a JSON sample")),
    UNKNOWN_OPERATION(
            "HUB-3218",
            new Localised("合同没有操作 {0}{1}", "the contract has no operation {0}{1}"),
            new Localised("只能描述合同中的操作", "only what the contract has can be described"),
            new Localised("写其中之一：{2}", "write one of: {2}"));

    private final String code;
    private final Localised what;
    private final Localised why;
    private final Localised write;

    ContractFault(String code, Localised what, Localised why, Localised write) {
        this.code = code;
        this.what = what;
        this.why = why;
        this.write = write;
    }

    public Diagnostic at(Spot spot, Object... words) {
        return new Diagnostic(
                spot.file(),
                spot.line(),
                spot.column(),
                code,
                Words.filled(what, words),
                why,
                Words.filled(write, words));
    }

    /** What a code of contracts is about, for {@code ./hub explain CODE}; empty for another. */
    public static Optional<Explanation> explain(String code) {
        return Arrays.stream(values())
                .filter(fault -> fault.code.equals(code))
                .map(fault -> new Explanation(fault.code, open(fault.what), open(fault.why), open(fault.write)))
                .findFirst();
    }

    private static Localised open(Localised text) {
        return new Localised(text.zhCN().replaceAll("\\{[0-9]}", "…"), text.en().replaceAll("\\{[0-9]}", "…"));
    }
}
