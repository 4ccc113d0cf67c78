package org.onewindow.connectors.contract;

import org.onewindow.canonical.Localised;

/** What the doctor does to the copy of a contract, in words; {@code {0}} and {@code {1}} are names. */
enum Treatment {
    BYTES_DECODED("按 {0} 解码（声明为 {1}）", "read as {0}, though it says {1}"),
    PREAMBLE_DROPPED("去掉 XML 声明之前的字符", "dropped what stood before the XML declaration"),
    DOCTYPE_DROPPED("去掉 DOCTYPE", "dropped the DOCTYPE"),
    PREFIX_DECLARED("声明前缀 {0} 为 {1}", "declared the prefix {0} as {1}"),
    LOCATION_FOUND("{0} 改为文件夹中的 {1}", "took {1} of the folder for {0}"),
    LOCATION_DROPPED(
            "{0} 无需文件：命名空间 {1} 已在合同中", "dropped the location {0}: the namespace {1} stands in the contract itself"),
    IMPORT_ADDED("补上缺少的导入：命名空间 {0}", "added the missing import of the namespace {0}"),
    IMPORT_DROPPED("去掉没有用到的导入 {0}", "dropped the import {0}, which nothing uses"),
    IMPORT_IS_INCLUDE("对自身命名空间的导入改为包含：{0}", "made the import of its own namespace an include: {0}"),
    INCLUDE_IS_IMPORT("对其他命名空间的包含改为导入：{0}", "made the include of another namespace an import: {0}"),
    NAMESPACE_CORRECTED("{0} 改为 {1}：只有那里有这个名称", "took {1} for {0}: only there is such a name"),
    NAME_CORRECTED("{0} 改为 {1}", "took {1} for {0}"),
    IMPORT_MOVED("导入移到最前：{0}", "moved the import {0} to the front"),
    DUPLICATE_DROPPED("去掉重复的声明 {0}", "dropped the second, equal declaration of {0}"),
    ELEMENT_ADDED("补上元素 {0}，类型相同", "added the element {0} of the type of that name"),
    PART_IS_ELEMENT("消息部件 {0}：type 改为 element", "made the part {0} one of an element, not of a type"),
    SERVICE_ADDED("补上服务 {0}，端口来自绑定", "added the service {0} with a port for each binding"),
    AMBIGUOUS("内容模型有歧义，按先出现者解释：{0}", "read an ambiguous content model in the order of its parts: {0}"),
    OPERATION_NAMED("补上 operationId {0}", "added the operationId {0}"),
    OPERATION_RENAMED("重复的 operationId 改为 {0}", "renamed the repeated operationId to {0}"),
    PARAMETER_ADDED("补上路径参数 {0}", "added the path parameter {0}"),
    FILE_MERGED("并入 {0}", "took in what stands in {0}"),
    RESPONSES_ADDED("补上缺少的 responses", "added the missing responses"),
    FROM_CATALOGUE("{0} 取自目录 config/schema/catalog", "{0} is taken from config/schema/catalog"),
    SECURITY_WANTED("要求 WS-Security：{0}", "asks for WS-Security: {0}"),
    ADDRESSING_WANTED("要求 WS-Addressing", "asks for WS-Addressing"),
    NOT_DESCRIBED("操作 {0} 不能描述：{1}", "the operation {0} cannot be described: {1}");

    private final String chinese;
    private final String english;

    Treatment(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    Localised of(Object... words) {
        return Words.filled(new Localised(chinese, english), words);
    }
}
