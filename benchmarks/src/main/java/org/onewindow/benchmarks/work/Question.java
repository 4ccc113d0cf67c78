package org.onewindow.benchmarks.work;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** What is asked: the form of the synthetic tree, about 1 KB of JSON. */
public record Question(
        String id, String subject, long amountFen, String signedOn, Address address, List<Item> items, String note) {

    public record Address(String province, String city, String street) {}

    public record Item(String kind, BigDecimal areaSqm, String usage) {}

    /** A question like no other: its number, subject and amount tell it from its neighbours. */
    public static Question number(long number) {
        var items = List.of(
                new Item("home", new BigDecimal("89.50"), "residential"),
                new Item("cellar", new BigDecimal("7.25"), "storage"),
                new Item("garage", new BigDecimal("14.00"), "parking"));
        var address = new Address("山东省", "济南市", "历下区泉城路" + number % 1000 + "号1-101");
        return new Question(
                "q-%012d".formatted(number),
                "鲁(2016)济南市不动产权第%07d号".formatted(number % 10_000_000),
                100_000_000 + number,
                "2026-11-20",
                address,
                items,
                NOTE);
    }

    private static final String NOTE =
            "The parties ask for the look-up of the title, of what encumbers it, of the taxes that"
                    + " are due and of the fund's pledge; they have read what is done with their data. ".repeat(4);

    /** Of which an answer must bear the same. */
    public String checksum() {
        return checksum(id, subject, amountFen);
    }

    public static String checksum(String id, String subject, long amountFen) {
        var crc = new CRC32();
        crc.update((id + "|" + subject + "|" + amountFen).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
