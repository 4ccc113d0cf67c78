<?xml version="1.0" encoding="UTF-8"?>
<!-- Marital status after GB/T 2261.2 and the spouse; an empty element means 'not known'. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:local="urn:local">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="RESPONSE">
    <xsl:variable name="code" select="string(HEAD/CODE)"/>
    <xsl:variable name="reason" select="(string(HEAD/MSG)[.], $code)[1]"/>
    <xsl:sequence select="
        if ($code = '0000') then map{'state': 'answered', 'facts': map:merge((
            BODY/HYZK[. = ('10', '20', '30', '40')] ! map{'status': string(.)},
            BODY/POLIST/PO[1] ! (local:spouse(.), local:registered(.))))}
        (: no marriage on record: the status is not known :)
        else if ($code = '1003') then map{'state': 'answered', 'facts': map{}}
        (: a character outside GBK: such people are served at the office's own window :)
        else if ($code = '2003') then map{'state': 'refused', 'code': 'outside-character-set', 'reason': $reason}
        else if (starts-with($code, '1')) then map{'state': 'refused', 'code': $code, 'reason': $reason}
        (: 9 try again later, 2 a wrong request of ours that a person mends: nothing was done :)
        else if (matches($code, '^[29]')) then map{'state': 'unavailable', 'cause': 'code ' || $code}
        else map{'state': 'uncertain', 'cause': 'an answer without a code of the contract'}"/>
  </xsl:template>

  <!-- only resident identity cards stand on the record -->
  <xsl:function name="local:spouse" as="map(*)?">
    <xsl:param name="po" as="element(PO)"/>
    <xsl:sequence select="$po[XM/text()]/ZJHM[text()] ! map{
        'spouse': map{'name': string($po/XM), 'idType': 'resident-id', 'idNumber': string(.)}}"/>
  </xsl:function>

  <xsl:function name="local:registered" as="map(*)?">
    <xsl:param name="po" as="element(PO)"/>
    <xsl:sequence select="$po/DJRQ[text()] ! map{
        'registeredOn': replace(., '^(....)(..)(..)$', '$1-$2-$3')}"/>
  </xsl:function>
</xsl:stylesheet>
