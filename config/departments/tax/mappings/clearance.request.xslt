<?xml version="1.0" encoding="UTF-8"?>
<!-- Is the tax of this assessment cleared? -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="xs"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:t="urn:city:tax:transfer:v3" xmlns:com="urn:city:tax:common:v1">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="key" as="xs:string" required="yes"/>
  <xsl:param name="now" as="xs:dateTime" required="yes"/>
  <xsl:param name="values" as="map(*)" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template name="xsl:initial-template">
    <soap:Envelope>
      <soap:Header>
        <com:RequestHeader>
          <com:channelCode>{$values?channelCode}</com:channelCode>
          <com:requestId>{$key}</com:requestId>
          <com:sentAt>{$now}</com:sentAt>
        </com:RequestHeader>
      </soap:Header>
      <soap:Body>
        <t:GetTaxClearance>
          <t:assessmentNumber>{$request?facts?assessment?assessmentNumber}</t:assessmentNumber>
        </t:GetTaxClearance>
      </soap:Body>
    </soap:Envelope>
  </xsl:template>
</xsl:stylesheet>
