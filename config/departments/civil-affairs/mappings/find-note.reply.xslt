<?xml version="1.0" encoding="UTF-8"?>
<!-- The note of this case, if there is one. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="RESPONSE">
    <xsl:variable name="code" select="string(HEAD/CODE)"/>
    <xsl:variable name="reason" select="(string(HEAD/MSG)[.], $code)[1]"/>
    <xsl:sequence select="
        if ($code = '0000') then map{'state': 'answered', 'facts': map:merge(
            BODY/SDBH[text()] ! map{'noteNumber': string(.)})}
        (: unknown note: there is none :)
        else if ($code = '1004') then map{'state': 'answered', 'facts': map{}}
        (: a character outside GBK: such people are served at the office's own window :)
        else if ($code = '2003') then map{'state': 'refused', 'code': 'outside-character-set', 'reason': $reason}
        else if (starts-with($code, '1')) then map{'state': 'refused', 'code': $code, 'reason': $reason}
        (: 9 try again later, 2 a wrong request of ours that a person mends: nothing was done :)
        else if (matches($code, '^[29]')) then map{'state': 'unavailable', 'cause': 'code ' || $code}
        else map{'state': 'uncertain', 'cause': 'an answer without a code of the contract'}"/>
  </xsl:template>
</xsl:stylesheet>
