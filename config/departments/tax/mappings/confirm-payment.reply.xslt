<?xml version="1.0" encoding="UTF-8"?>
<!-- The clearance, which the registration centre will ask for. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:t="urn:city:tax:transfer:v3" xmlns:com="urn:city:tax:common:v1">

  <xsl:param name="status" as="xs:integer" select="200"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="t:ConfirmPaymentResult">
    <xsl:sequence select="map{'state': 'answered', 'facts': map{
        'clearanceNumber': string(t:clearance/t:clearanceNumber),
        'issuedOn': string(t:clearance/t:issuedOn)}}"/>
  </xsl:template>

  <!-- a declared fault: was nothing done, does the law say no, or are we at fault ourselves? -->
  <xsl:template match="soap:Fault[detail/com:TaxFault]">
    <xsl:variable name="code" select="string(detail/com:TaxFault/com:code)"/>
    <xsl:variable name="message" select="string(detail/com:TaxFault/com:message)"/>
    <xsl:sequence select="
        if (xs:boolean(detail/com:TaxFault/com:retryable)) then map{'state': 'unavailable', 'cause': $code}
        (: unreadable, security, header, material code: a person mends the connection, the citizen is not refused :)
        else if ($code = ('TX4000', 'TX4001', 'TX4002', 'TX4014')) then map{'state': 'unavailable', 'cause': $code}
        else if ($code = 'TX4009') then map{'state': 'uncertain', 'cause': $code || ': the key was used for another request'}
        (: confirmed under another key: the look-up `clearance` brings it :)
        else if ($code = 'TX4024') then map{'state': 'pending', 'facts': map{}}
        else map{'state': 'refused', 'code': $code, 'reason': $message}"/>
  </xsl:template>

  <xsl:template match="soap:Fault">
    <xsl:sequence select="map{'state': 'uncertain', 'cause': 'a SOAP fault without TaxFault, HTTP ' || $status}"/>
  </xsl:template>
</xsl:stylesheet>
