package org.onewindow.routes;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Holder;

/** Whom issuers name as holders: people whom a document tells from others, of the kind that can hold the type. */
final class HolderCheck {

    private HolderCheck() {}

    /**
     * What is wrong.
     *
     * @param at where they stand, such as {@code /licence/holders}
     */
    static List<Violation> check(LicenceType.Holders kind, String at, List<? extends @Nullable Holder> holders) {
        if (holders.isEmpty()) {
            return List.of(violation(at, "required", "至少须有一名持证主体", "A licence has a holder"));
        }
        return IntStream.range(0, holders.size())
                .mapToObj(i -> check(kind, at + "/" + i, holders.get(i)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Violation> check(LicenceType.Holders kind, String at, @Nullable Holder one) {
        if (one == null || Stream.of(one.name(), one.idType(), one.idNumber()).anyMatch(Objects::isNull)) {
            return List.of(violation(at, "required", "持证主体须有名称、证件类型和号码", "A holder has a name and a document"));
        }
        if (one.name().isBlank()) {
            return List.of(violation(at + "/name", "name-invalid", "请填写持证主体名称", "Give the holder's name"));
        }
        if (!kind.admit(one.idType())) {
            return List.of(violation(
                    at + "/idType",
                    "id-type-not-allowed",
                    "该证件类型不适用于此类证照的持证主体",
                    "Nobody with this document can hold a licence of this type"));
        }
        return one.idType().accepts(one.idNumber())
                ? List.of()
                : List.of(
                        violation(
                                at + "/idNumber",
                                "id-number-invalid",
                                "证件号码有误,请核对(含校验位,字母须大写)",
                                "The document number is not valid; check it, its check character included, with capital letters"));
    }

    private static Violation violation(String pointer, String code, String zhCN, String en) {
        return new Violation(pointer, code, new Localised(zhCN, en));
    }
}
