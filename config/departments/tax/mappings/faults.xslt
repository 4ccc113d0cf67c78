<?xml version="1.0" encoding="UTF-8"?>
<!-- What all answers of the bureau have in common: its faults. Imported by the reply mappings, whose own templates win. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:com="urn:city:tax:common:v1">

  <xsl:param name="status" as="xs:integer" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="soap:Fault[detail/com:TaxFault]">
    <xsl:apply-templates select="detail/com:TaxFault"/>
  </xsl:template>

  <!-- the bureau broke down without a word of its contract -->
  <xsl:template match="soap:Fault">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': 'a SOAP fault without TaxFault, HTTP ' || $status}"/>
  </xsl:template>

  <!-- the law says no -->
  <xsl:template match="com:TaxFault">
    <xsl:sequence select="map{'state': 'refused', 'code': string(com:code), 'reason': string(com:message)}"/>
  </xsl:template>

  <!-- nothing was done, try again later -->
  <xsl:template match="com:TaxFault[xs:boolean(com:retryable)]">
    <xsl:sequence select="map{'state': 'unavailable', 'cause': string(com:code)}"/>
  </xsl:template>

  <!-- unreadable, security, header, material code: ours to mend, no citizen is refused for it -->
  <xsl:template match="com:TaxFault[com:code = ('TX4000', 'TX4001', 'TX4002', 'TX4014')]">
    <xsl:sequence select="map{'state': 'unavailable', 'cause': string(com:code)}"/>
  </xsl:template>

  <!-- the key was used for another request: what that one did, nobody here knows -->
  <xsl:template match="com:TaxFault[com:code = 'TX4009']">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': string(com:code)}"/>
  </xsl:template>
</xsl:stylesheet>
