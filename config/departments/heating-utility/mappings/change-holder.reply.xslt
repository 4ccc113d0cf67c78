<?xml version="1.0" encoding="UTF-8"?>
<!-- The change and from when on it counts. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:import href="answer.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="ANS[HEAD/RC = '00'][BODY/GHH/text()]">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'changeNumber': string(BODY/GHH),
        'effectiveOn': replace(BODY/SXRQ, '^(....)(..)(..)$', '$1-$2-$3')}}"/>
  </xsl:template>
</xsl:stylesheet>
