import type { Direction } from "../eas/direction";
/**
 * A sample payload to start from: what it shows, the section of the specification it comes from, and its XML.
 */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** Document and section, "MS-ASMS 4.1". */
  readonly section: string;
  readonly direction: Direction;
  readonly xml: string;
}

/**
 * The protocol examples of [MS-ASMS] section 4, with the same elements and numbers; parts that the document
 * abbreviates are completed.
 */
export const examples: readonly Example[] = [
  {
    id: "sync-email-and-sms",
    title: "Sync: e-mail and SMS of one folder",
    section: "MS-ASMS 4.1",
    direction: "request",
    xml: `<Sync xmlns="AirSync" xmlns:airsyncbase="AirSyncBase">
  <Collections>
    <Collection>
      <SyncKey>601771687</SyncKey>
      <CollectionId>15</CollectionId>
      <DeletesAsMoves/>
      <GetChanges/>
      <WindowSize>100</WindowSize>
      <Options>
        <Class>SMS</Class>
        <FilterType>0</FilterType>
        <airsyncbase:BodyPreference>
          <airsyncbase:Type>1</airsyncbase:Type>
          <airsyncbase:TruncationSize>102400</airsyncbase:TruncationSize>
        </airsyncbase:BodyPreference>
      </Options>
      <Options>
        <FilterType>2</FilterType>
        <airsyncbase:BodyPreference>
          <airsyncbase:Type>1</airsyncbase:Type>
        </airsyncbase:BodyPreference>
        <airsyncbase:BodyPreference>
          <airsyncbase:Type>2</airsyncbase:Type>
        </airsyncbase:BodyPreference>
        <airsyncbase:BodyPreference>
          <airsyncbase:Type>4</airsyncbase:Type>
          <airsyncbase:TruncationSize>102400</airsyncbase:TruncationSize>
        </airsyncbase:BodyPreference>
        <MIMESupport>0</MIMESupport>
        <Conflict>1</Conflict>
      </Options>
    </Collection>
  </Collections>
</Sync>`,
  },
  {
    id: "sync-sms-only",
    title: "Sync: SMS only",
    section: "MS-ASMS 4.2",
    direction: "request",
    xml: `<Sync xmlns="AirSync" xmlns:airsyncbase="AirSyncBase">
  <Collections>
    <Collection>
      <SyncKey>601771687</SyncKey>
      <CollectionId>15</CollectionId>
      <DeletesAsMoves/>
      <GetChanges/>
      <WindowSize>100</WindowSize>
      <Options>
        <Class>SMS</Class>
        <FilterType>0</FilterType>
        <airsyncbase:BodyPreference>
          <airsyncbase:Type>1</airsyncbase:Type>
          <airsyncbase:TruncationSize>102400</airsyncbase:TruncationSize>
        </airsyncbase:BodyPreference>
      </Options>
    </Collection>
  </Collections>
</Sync>`,
  },
  {
    id: "sync-add-from-server",
    title: "Sync: the server adds an SMS message",
    section: "MS-ASMS 4.3",
    direction: "response",
    xml: `<Sync xmlns="AirSync" xmlns:email="Email" xmlns:airsyncbase="AirSyncBase" xmlns:email2="Email2">
  <Collections>
    <Collection>
      <SyncKey>525665452</SyncKey>
      <CollectionId>55</CollectionId>
      <Status>1</Status>
      <Commands>
        <Add>
          <Class>SMS</Class>
          <ServerId>55:11</ServerId>
          <ApplicationData>
            <email:To>"14255550143" [MOBILE:14255550143]</email:To>
            <email:From>"+14255550123" [MOBILE:+14255550123]</email:From>
            <email:DateReceived>2009-01-08T00:14:36.000Z</email:DateReceived>
            <email:Importance>1</email:Importance>
            <email:Read>0</email:Read>
            <airsyncbase:Body>
              <airsyncbase:Type>1</airsyncbase:Type>
              <airsyncbase:EstimatedDataSize>29</airsyncbase:EstimatedDataSize>
              <airsyncbase:Data>Take it easy and rest a bit!
</airsyncbase:Data>
            </airsyncbase:Body>
            <email:InternetCPID>1252</email:InternetCPID>
            <email:Flag/>
            <email2:ConversationId><?opaque 8fJh9s9NRP88ZPZYMw8wAA==?></email2:ConversationId>
            <email2:ConversationIndex><?opaque yXEmSN4=?></email2:ConversationIndex>
          </ApplicationData>
        </Add>
      </Commands>
    </Collection>
  </Collections>
</Sync>`,
  },
  {
    id: "settings-enable-outbound-sms",
    title: "Settings: enable outbound SMS on the phone",
    section: "MS-ASMS 4.4",
    direction: "request",
    xml: `<Settings xmlns="Settings">
  <DeviceInformation>
    <Set>
      <PhoneNumber>+14255550123</PhoneNumber>
      <EnableOutboundSMS>1</EnableOutboundSMS>
    </Set>
  </DeviceInformation>
</Settings>`,
  },
];
