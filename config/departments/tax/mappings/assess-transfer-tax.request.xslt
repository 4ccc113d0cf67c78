<?xml version="1.0" encoding="UTF-8"?>
<!-- The transfer, as the tax bureau wants to see it: the home, the price, who sells, who buys, and the papers. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="xs map hub local"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:hub="urn:onewindow:functions:v1" xmlns:local="urn:local"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:t="urn:city:tax:transfer:v3" xmlns:com="urn:city:tax:common:v1">

  <xsl:param name="request" as="map(*)" required="yes"/>
  <xsl:param name="key" as="xs:string" required="yes"/>
  <xsl:param name="now" as="xs:dateTime" required="yes"/>
  <xsl:param name="values" as="map(*)" required="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="title" select="$request?facts?title"/>
  <xsl:variable name="sellers" select="$request?parties?*[?role = 'seller']"/>
  <xsl:variable name="buyers" select="$request?parties?*[?role = 'buyer']"/>

  <xsl:variable name="document-types" select="map{
      'resident-id': '201', 'passport': '208', 'hk-macao-permit': '210', 'taiwan-permit': '213', 'uscc': '101'}"/>
  <xsl:variable name="material-codes" select="map{
      'sale-contract': '01', 'resident-identity-card': '02', 'power-of-attorney': '03'}"/>

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
        <t:AssessTransferTax>
          <t:caseNumber>{$request?case?number}</t:caseNumber>
          <t:property>
            <t:certificateNumber>{$request?form?titleNumber}</t:certificateNumber>
            <t:location>{$title?location}</t:location>
            <t:floorArea>{$title?floorAreaSqm}</t:floorArea>
            <!-- tax knows no industrial use -->
            <t:usage>{if ($title?usage = ('residential', 'commercial')) then $title?usage else 'other'}</t:usage>
            <xsl:call-template name="first-registered"/>
          </t:property>
          <t:contractPrice>{hub:yuan($request?form?priceFen)}</t:contractPrice>
          <t:contractSignedOn>{$request?form?signedOn}</t:contractSignedOn>
          <t:sellers>
            <xsl:for-each select="$sellers">
              <t:seller><xsl:call-template name="seller"/></t:seller>
            </xsl:for-each>
          </t:sellers>
          <t:buyers>
            <xsl:for-each select="$buyers">
              <t:buyer><xsl:call-template name="buyer"/></t:buyer>
            </xsl:for-each>
          </t:buyers>
          <xsl:call-template name="attachments"/>
        </t:AssessTransferTax>
      </soap:Body>
    </soap:Envelope>
  </xsl:template>

  <!-- old titles may not tell it -->
  <xsl:template name="first-registered">
    <t:firstRegisteredOn>
      <xsl:if test="empty($title?firstRegisteredOn)">
        <xsl:attribute name="xsi:nil">true</xsl:attribute>
      </xsl:if>
      <xsl:value-of select="$title?firstRegisteredOn"/>
    </t:firstRegisteredOn>
  </xsl:template>

  <!-- what sellers and buyers have in common; the context item is the party -->
  <xsl:template name="taxpayer">
    <xsl:param name="side" as="map(*)*" required="yes"/>
    <com:identityDocumentType>{$document-types(?idType)}</com:identityDocumentType>
    <com:identityNumber>{?idNumber}</com:identityNumber>
    <com:name>{?name}</com:name>
    <!-- who names no shares owns jointly: taxed in equal parts -->
    <com:share>{(?share, '1/' || count($side))[1]}</com:share>
  </xsl:template>

  <xsl:template name="seller">
    <xsl:call-template name="taxpayer"><xsl:with-param name="side" select="$sellers"/></xsl:call-template>
    <!-- the only one if it is a residence itself and the family has no other; a company has no family -->
    <t:onlyFamilyHome>{$title?usage = 'residential' and ?kind = 'person' and local:homes(.) = 1}</t:onlyFamilyHome>
  </xsl:template>

  <xsl:template name="buyer">
    <xsl:call-template name="taxpayer"><xsl:with-param name="side" select="$buyers"/></xsl:call-template>
    <xsl:for-each select="local:marital-status(.)">
      <t:maritalStatus>{.}</t:maritalStatus>
    </xsl:for-each>
    <t:familyHomeCount>{if (?kind = 'person') then local:homes(.) else 0}</t:familyHomeCount>
  </xsl:template>

  <!-- at most 20, the contract first; other materials are nothing to the bureau -->
  <xsl:template name="attachments">
    <xsl:variable name="wanted" select="sort(
        $request?materials?*[map:contains($material-codes, ?type)], (), function($material) { $material-codes($material?type) })"/>
    <xsl:for-each select="$wanted[position() le 20]">
      <t:attachment>
        <t:materialCode>{$material-codes(?type)}</t:materialCode>
        <!-- a licence comes as an excerpt in JSON -->
        <t:fileName>{(?fileName, ?type || (if (exists(?licence)) then '.json' else ''))[1]}</t:fileName>
        <t:content>{hub:content(.)}</t:content>
      </t:attachment>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="local:homes" as="xs:integer?">
    <xsl:param name="party" as="map(*)"/>
    <xsl:sequence select="$request?facts?homes?*[?item?side = $party?role][?item?of?* = $party?idNumber][1]?count"/>
  </xsl:function>

  <!-- nothing where civil affairs does not know it -->
  <xsl:function name="local:marital-status" as="xs:string?">
    <xsl:param name="party" as="map(*)"/>
    <xsl:sequence select="$request?facts?marriage?*
        [?item?idType = $party?idType and ?item?idNumber = $party?idNumber][1]?status"/>
  </xsl:function>
</xsl:stylesheet>
