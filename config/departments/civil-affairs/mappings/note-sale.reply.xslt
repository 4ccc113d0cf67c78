<?xml version="1.0" encoding="UTF-8"?>
<!-- The note's number. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="RESPONSE">
    <xsl:variable name="code" select="string(HEAD/CODE)"/>
    <xsl:variable name="reason" select="(string(HEAD/MSG)[.], $code)[1]"/>
    <xsl:sequence select="
        if ($code = '0000' and BODY/SDBH/text()) then map{'state': 'answered', 'facts': map{'noteNumber': string(BODY/SDBH)}}
        (: a character outside GBK: such people are served at the office's own window :)
        else if ($code = '2003') then map{'state': 'refused', 'code': 'outside-character-set', 'reason': $reason}
        else if (starts-with($code, '1')) then map{'state': 'refused', 'code': $code, 'reason': $reason}
        (: it broke while it was to act: only MZ0202 knows whether the note was made :)
        else if ($code = '9001') then map{'state': 'uncertain', 'cause': 'code 9001'}
        (: 9 try again later, 2 a wrong request of ours that a person mends: nothing was done :)
        else if (matches($code, '^[29]')) then map{'state': 'unavailable', 'cause': 'code ' || $code}
        else map{'state': 'uncertain', 'cause': 'an answer without a code of the contract'}"/>
  </xsl:template>
</xsl:stylesheet>
