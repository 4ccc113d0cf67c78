<?xml version="1.0" encoding="UTF-8"?>
<!-- What all answers of the gateway have in common: HTTP 200, and RC decides. Imported by the reply mappings, whose own templates win. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="ANS">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': 'an answer without a code of the contract'}"/>
  </xsl:template>

  <!-- a business answer: no -->
  <xsl:template match="ANS[starts-with(HEAD/RC, '1')]">
    <xsl:sequence select="map{'state': 'refused', 'code': string(HEAD/RC), 'reason': (HEAD/RM[text()], HEAD/RC)[1] ! string()}"/>
  </xsl:template>

  <xsl:template match="ANS[HEAD/RC = '11']" priority="1">
    <xsl:sequence select="map{'state': 'refused', 'code': 'heating-account-unknown', 'reason': (HEAD/RM[text()], HEAD/RC)[1] ! string()}"/>
  </xsl:template>

  <!-- 90 try again later, 2 a wrong request of ours that a person mends: nothing was done -->
  <xsl:template match="ANS[HEAD/RC = '90' or starts-with(HEAD/RC, '2')]">
    <xsl:sequence select="map{'state': 'unavailable', 'cause': 'code ' || HEAD/RC}"/>
  </xsl:template>

  <!-- it broke: of a look-up that is no more than a nuisance, of a change only RL03 knows -->
  <xsl:template match="ANS[HEAD/RC = '91']">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': 'code 91'}"/>
  </xsl:template>
</xsl:stylesheet>
