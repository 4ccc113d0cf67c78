<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:n="urn:bench:north">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="n:Told[n:code = '0']">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'id': string(n:id), 'checksum': string(n:checksum), 'remark': string(n:remark)}}"/>
  </xsl:template>

  <xsl:template match="n:Told">
    <xsl:sequence select="map{'state': 'unavailable', 'cause': concat('code ', n:code)}"/>
  </xsl:template>
</xsl:stylesheet>
