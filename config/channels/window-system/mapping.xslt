<?xml version="1.0" encoding="UTF-8"?>
<!-- 受理登记 (SLDJ): the window system's flat form becomes the canonical request. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" xpath-default-namespace="urn:city:hall:sldj:v1"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:local="urn:local">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/SLDJ">
    <xsl:sequence select="map{
        'matter': string(SXBM),
        'applicant': local:person(SQR),
        'parties': array{DSR ! map:merge((
            local:person(.), map{'role': string(@JS)}, FE ! map{'share': string(.)}))},
        'form': map{
            'titleNumber': string(BDCQZH),
            'priceFen': local:fen(CJJG),
            'signedOn': replace(QDRQ, '^([0-9]{4})([0-9]{2})([0-9]{2})$', '$1-$2-$3')},
        'materials': array{CL ! map{'type': string(@LX), 'upload': string(.)}}}"/>
  </xsl:template>

  <!-- 证件类型: 1 身份证 2 护照 3 港澳通行证 4 台湾通行证 9 统一社会信用代码 -->
  <xsl:variable name="idTypes" select="map{'1': 'resident-id', '2': 'passport', '3': 'hk-macao-permit',
      '4': 'taiwan-permit', '9': 'uscc'}"/>

  <xsl:function name="local:person" as="map(*)">
    <xsl:param name="who" as="element()"/>
    <xsl:sequence select="map:merge((
        map{'kind': if ($who/ZJLX = '9') then 'organisation' else 'person',
            'name': string($who/XM), 'idType': $idTypes(string($who/ZJLX)), 'idNumber': string($who/ZJHM)},
        $who/LXDH ! map{'phone': string(.)}))"/>
  </xsl:function>

  <xsl:function name="local:fen" as="xs:integer">
    <xsl:param name="yuan" as="element()"/>
    <xsl:sequence select="xs:integer(xs:decimal($yuan) * 100)"/>
  </xsl:function>
</xsl:stylesheet>
