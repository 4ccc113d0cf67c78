<?xml version="1.0" encoding="UTF-8"?>
<!-- The tax is paid; or nothing was to be paid, which the bureau wants to be told in the same way. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="xs hub"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:hub="urn:onewindow:functions:v1" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:t="urn:city:tax:transfer:v3" xmlns:com="urn:city:tax:common:v1">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="key" as="xs:string" required="yes"/>
  <xsl:param name="now" as="xs:dateTime" required="yes"/>
  <xsl:param name="values" as="map(*)" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="assessment" select="$request?facts?assessment"/>
  <xsl:variable name="payment" select="
      if ($assessment?totalFen = 0) then map{'paymentReference': 'EXEMPT', 'amountFen': 0, 'paidAt': $now}
      else $request?facts?payment"/>

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
        <t:ConfirmPayment>
          <t:assessmentNumber>{$assessment?assessmentNumber}</t:assessmentNumber>
          <t:paymentReference>{$payment?paymentReference}</t:paymentReference>
          <t:amount>{hub:yuan($payment?amountFen)}</t:amount>
          <!-- a time without seconds is ISO 8601 too, but no xsd:dateTime -->
          <t:paidAt>{replace(string($payment?paidAt), '(T[0-9][0-9]:[0-9][0-9])([Z+-])', '$1:00$2')}</t:paidAt>
        </t:ConfirmPayment>
      </soap:Body>
    </soap:Envelope>
  </xsl:template>
</xsl:stylesheet>
