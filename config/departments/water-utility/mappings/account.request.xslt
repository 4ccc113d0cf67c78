<?xml version="1.0" encoding="UTF-8"?>
<!-- The account of the home. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:w="urn:city:water:accounts:v2">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template name="xsl:initial-template">
    <soap:Envelope>
      <soap:Body>
        <w:GetAccount>
          <w:accountNumber>{$request?form?waterAccount}</w:accountNumber>
        </w:GetAccount>
      </soap:Body>
    </soap:Envelope>
  </xsl:template>
</xsl:stylesheet>
