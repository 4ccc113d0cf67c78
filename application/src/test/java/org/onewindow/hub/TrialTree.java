package org.onewindow.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.onewindow.config.Archive;

/** The city's configuration with one department more, whose every revision bears a mark in what it sends and in what it reads. */
final class TrialTree {

    static final String ID = "marks";

    private final String echo;

    TrialTree(String echo) {
        this.echo = echo;
    }

    /** The folder of the city as it is. */
    static Archive city() {
        try {
            return Archive.of(Path.of("..", "config"));
        } catch (Archive.Unfit unfit) {
            throw new AssertionError(unfit);
        }
    }

    /** With the department and its inquiry and its matter. */
    byte[] whole(String mark) {
        return city().with(archive(mark), name -> name.contains(ID)).zip();
    }

    /** The department's folder alone. */
    byte[] pack(String mark) {
        return archive(mark).department(ID).zip();
    }

    private Archive archive(String mark) {
        var at = "departments/" + ID + "/";
        var files = new TreeMap<String, String>();
        files.put(at + "contract/README.md", "It answers what it was asked.\n");
        files.put(
                at + "department.yaml",
                """
                apiVersion: hub/v1
                id: marks
                name: {zh-CN: 印记局, en: Bureau of marks}
                format: json
                contract: {page: contract/README.md}
                endpoint: {url: "%s", security: none}
                limits: {timeout: 10s, concurrency: 32}
                operations:
                  look: {name: {zh-CN: 查看, en: Look}, call: "GET /marks/{mark}", effect: read}
                  make: {name: {zh-CN: 制作, en: Make}, call: POST /marks, effect: key}
                  stamp: {name: {zh-CN: 盖章, en: Stamp}, call: POST /stamps, effect: key}
                """
                        .formatted(echo));
        files.put(at + "mappings/look.request.jsonata", "{\"parameters\": {\"mark\": \"" + mark + "\"}}");
        for (var act : new String[] {"make", "stamp"}) {
            files.put(at + "mappings/" + act + ".request.jsonata", "{\"body\": {\"mark\": \"" + mark + "\"}}");
            files.put(at + "mappings/" + act + ".reply.jsonata", reply(mark));
        }
        files.put(at + "mappings/look.reply.jsonata", reply(mark));
        files.put(
                "inquiries/marks.yaml",
                """
                apiVersion: hub/v1
                id: marks
                name: {zh-CN: 印记查询, en: Which mark}
                within: 8s
                form: marks.form.schema.json
                asks:
                  first: {department: marks, operation: look}
                  second: {department: marks, operation: look}
                """);
        files.put("inquiries/marks.form.schema.json", "{\"type\": \"object\", \"additionalProperties\": false}");
        files.put("matters/marks.form.schema.json", "{\"type\": \"object\", \"additionalProperties\": false}");
        files.put(
                "matters/marks.yaml",
                """
                apiVersion: hub/v1
                code: marks
                name: {zh-CN: 印记, en: A mark}
                limit: {statutory: 20d, promised: 5d}
                form: marks.form.schema.json
                parties: {owner: 1, user: 1}
                steps:
                  agreement: {name: {zh-CN: 同意, en: Agreement}, waits-for: confirmation, of: owner, within: 10d}
                  make: {name: {zh-CN: 制作 %1$s, en: Make %1$s}, department: marks, operation: make, after: [agreement], shows: all}
                  stamp: {name: {zh-CN: 盖章, en: Stamp}, department: marks, operation: stamp, after: [make], shows: all}
                """
                        .formatted(mark));
        return zip(files);
    }

    private static String reply(String mark) {
        return "{\"state\": \"answered\", \"facts\": {\"sent\": body.mark, \"read\": \"" + mark + "\"}}";
    }

    static Archive zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        try {
            return Archive.ofZip(bytes.toByteArray());
        } catch (Archive.Unfit unfit) {
            throw new AssertionError(unfit);
        }
    }
}
