<?xml version="1.0" encoding="UTF-8"?>
<!-- What all answers of the gateway have in common: HTTP 200, and CODE decides. Imported by the reply mappings, whose own templates win. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="RESPONSE">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': 'an answer without a code of the contract'}"/>
  </xsl:template>

  <!-- a business answer: no -->
  <xsl:template match="RESPONSE[starts-with(HEAD/CODE, '1')]">
    <xsl:sequence select="map{'state': 'refused', 'code': string(HEAD/CODE), 'reason': (HEAD/MSG[text()], HEAD/CODE)[1] ! string()}"/>
  </xsl:template>

  <!-- 9 try again later, 2 a wrong request of ours that a person mends: nothing was done -->
  <xsl:template match="RESPONSE[matches(HEAD/CODE, '^[29]')]">
    <xsl:sequence select="map{'state': 'unavailable', 'cause': 'code ' || HEAD/CODE}"/>
  </xsl:template>

  <!-- a character outside GBK: such people are served at the office's own window -->
  <xsl:template match="RESPONSE[HEAD/CODE = '2003']" priority="1">
    <xsl:sequence select="map{'state': 'refused', 'code': 'outside-character-set', 'reason': (HEAD/MSG[text()], HEAD/CODE)[1] ! string()}"/>
  </xsl:template>
</xsl:stylesheet>
