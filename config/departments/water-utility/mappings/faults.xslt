<?xml version="1.0" encoding="UTF-8"?>
<!-- What all answers of the company have in common: its faults. Imported by the reply mappings, whose own templates win. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:w="urn:city:water:accounts:v2">

  <xsl:param name="status" as="xs:integer" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="soap:Fault[detail/w:WaterFault]">
    <xsl:apply-templates select="detail/w:WaterFault"/>
  </xsl:template>

  <!-- it broke down without a word of its contract -->
  <xsl:template match="soap:Fault">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': 'a SOAP fault without WaterFault, HTTP ' || $status}"/>
  </xsl:template>

  <!-- the company says no -->
  <xsl:template match="w:WaterFault">
    <xsl:sequence select="map{'state': 'refused', 'code': string(w:code), 'reason': string(w:message)}"/>
  </xsl:template>

  <xsl:template match="w:WaterFault[w:code = 'W404']">
    <xsl:sequence select="map{'state': 'refused', 'code': 'water-account-unknown', 'reason': string(w:message)}"/>
  </xsl:template>

  <!-- try again later, or unreadable, which is ours to mend: nothing was done -->
  <xsl:template match="w:WaterFault[w:code = ('W503', 'W400')]">
    <xsl:sequence select="map{'state': 'unavailable', 'cause': string(w:code)}"/>
  </xsl:template>

  <!-- the key was used for another request: what that one did, nobody here knows -->
  <xsl:template match="w:WaterFault[w:code = 'W409']">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': string(w:code)}"/>
  </xsl:template>
</xsl:stylesheet>
