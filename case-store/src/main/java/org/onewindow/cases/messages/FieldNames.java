package org.onewindow.cases.messages;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names under which departments send personal data: in words, in Chinese, and in the pinyin initials that most Chinese systems use.
 *
 * <p>Too wide rather than too narrow: an office's name that is masked harms nobody.
 */
final class FieldNames {

    private static final Map<String, Personal> KINDS = Stream.of(
                    all(
                            Personal.NAME,
                            "name fullname personname spousename partyname applicantname holdername ownername contact xm xingming"
                                    + " poxm jsrxm fddbr frxm lxr lxrxm qlrmc qlrxm nsrmc nsrxm sqrxm dlrxm cyrxm 姓名 名称 联系人"),
                    all(
                            Personal.RESIDENT_ID,
                            "idnumber idno idcard idcardno holderid personid sfzh sfzhm sfzjhm zjhm gmsfhm pozjhm lxrzjhm 证件号码"
                                    + " 身份证号 公民身份号码"),
                    all(Personal.CREDIT_CODE, "uscc creditcode tyshxydm shxydm nsrsbh 统一社会信用代码"),
                    all(Personal.PHONE, "phone mobile tel telephone sjh sjhm lxdh dh dhhm yddh 手机号 电话 联系电话"),
                    all(
                            Personal.ACCOUNT,
                            "account accountno accountnumber bankaccount cardno cardnumber iban yhzh zh yhkh kh skzh 账号 银行账号 卡号"),
                    all(Personal.ADDRESS, "address addr street detail dz lxdz zz jtzz hjdz txdz 地址 住址 联系地址"),
                    all(
                            Personal.TOKEN,
                            "token accesstoken refreshtoken password passwd pwd secret clientsecret apikey appkey authorization sign"
                                    + " signature mac nonce cookie 密码 签名 令牌"))
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private FieldNames() {}

    private static Map<String, Personal> all(Personal kind, String names) {
        return Stream.of(names.split(" ")).collect(Collectors.toMap(name -> name, _ -> kind));
    }

    /** What stands under such a name; {@code access_token}, {@code AccessToken} and {@code ns:accessToken} are the same. */
    static Optional<Personal> kindOf(String name) {
        var local = name.substring(name.lastIndexOf(':') + 1);
        return Optional.ofNullable(KINDS.get(local.replaceAll("[_.\\-@]", "").toLowerCase(Locale.ROOT)));
    }
}
