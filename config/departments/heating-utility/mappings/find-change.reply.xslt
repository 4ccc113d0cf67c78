<?xml version="1.0" encoding="UTF-8"?>
<!-- The change of this case; none where the number is empty. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:import href="answer.xslt"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="ANS[HEAD/RC = '00']">
    <xsl:sequence select="map{'state': 'answered', 'facts': map:merge(BODY[GHH/text()] ! map{
        'changeNumber': string(GHH),
        'effectiveOn': replace(SXRQ, '^(....)(..)(..)$', '$1-$2-$3')})}"/>
  </xsl:template>
</xsl:stylesheet>
