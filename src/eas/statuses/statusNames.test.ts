import { describe, expect, it } from "vitest";
import { commands } from "../commands";
import { common } from "./common";
import { statuses } from "./statuses";

/**
 * By command and parent, the number and name of each Status value that is not a common one: what holds the two
 * together, so that no row can change its number unnoticed [MS-ASCMD 2.2.3.177, MS-ASPROV 2.2.2.54].
 */
const NAMES: Readonly<Record<string, string>> = {
  Sync:
    "1:Success 3:InvalidSyncKey 4:ProtocolError 5:ServerError 6:ConversionError 7:Conflict " +
    "8:ObjectNotFound 9:CannotComplete 12:FolderHierarchyChanged 13:IncompleteRequest " +
    "14:InvalidWaitInterval 15:TooManyCollections 16:Retry",
  "Sync AirSyncBase:BodyPart": "1:Success 176:MessagePartTooLarge",
  FolderSync: "1:Success 6:ServerError 9:InvalidSyncKey 10:MalformedRequest 11:UnknownError 12:CodeUnknown",
  FolderCreate:
    "1:Success 2:FolderExists 3:SpecialParentFolder 5:ParentNotFound 6:ServerError 9:InvalidSyncKey " +
    "10:MalformedRequest 11:UnknownError 12:CodeUnknown",
  FolderDelete:
    "1:Success 3:SpecialFolder 4:FolderNotFound 6:ServerError 9:InvalidSyncKey 10:MalformedRequest " +
    "11:UnknownError",
  FolderUpdate:
    "1:Success 2:FolderExists 3:RecipientInformationFolder 4:FolderNotFound 5:ParentNotFound " +
    "6:ServerError 9:InvalidSyncKey 10:MalformedRequest 11:UnknownError",
  MoveItems: "1:InvalidSource 2:InvalidDestination 3:Success 4:SameFolder 5:CannotMove 7:ItemLocked",
  GetItemEstimate: "1:Success 2:InvalidCollection 3:SyncStateNotPrimed 4:InvalidSyncKey",
  MeetingResponse: "1:Success 2:InvalidMeetingRequest 3:MailboxError 4:ServerError",
  "Search Search:Search": "1:Success 3:ServerError",
  "Search Search:Store":
    "1:Success 2:InvalidRequest 3:ServerError 4:BadLink 5:AccessDenied 6:NotFound 7:ConnectionFailed " +
    "8:TooComplex 10:TimedOut 11:FolderSyncRequired 12:EndOfRange 13:AccessBlocked " +
    "14:CredentialsRequired",
  "Search GAL:Picture": "1:Success",
  "Search AirSyncBase:BodyPart": "1:Success 176:MessagePartTooLarge",
  "Settings Settings:Settings":
    "1:Success 2:ProtocolError 3:AccessDenied 4:ServerUnavailable 5:InvalidArguments " +
    "6:ConflictingArguments 7:DeniedByPolicy",
  "Settings Settings:RightsManagementInformation":
    "1:Success 2:ProtocolError 5:InvalidArguments 6:ConflictingArguments",
  "Settings Settings:Oof": "1:Success 2:ProtocolError 5:InvalidArguments 6:ConflictingArguments",
  "Settings Settings:DevicePassword": "1:Success 2:ProtocolError 5:InvalidArguments 7:DeniedByPolicy",
  "Settings Settings:DeviceInformation":
    "1:Success 2:ProtocolError 5:InvalidArguments 6:ConflictingArguments",
  "Settings Settings:UserInformation": "1:Success 2:ProtocolError 5:InvalidArguments 6:ConflictingArguments",
  Ping:
    "1:NoChanges 2:Changes 3:MissingParameters 4:SyntaxError 5:InvalidHeartbeatInterval " +
    "6:TooManyFolders 7:FolderSyncRequired 8:ServerError",
  ItemOperations:
    "1:Success 2:ProtocolError 3:ServerError 4:BadLink 5:DocumentAccessDenied 6:NotFound " +
    "7:ConnectionFailed 8:InvalidRange 9:UnknownStore 10:EmptyFile 11:DataTooLarge 12:DownloadFailed " +
    "14:ConversionFailed 15:InvalidAttachment 16:AccessDenied 17:PartialSuccess " +
    "18:CredentialsRequired 155:MoveAlwaysMissing 156:ActionNotSupported",
  "ItemOperations ItemOperations:Move":
    "1:Success 2:ProtocolError 3:ServerError 6:NotFound 155:MoveAlwaysMissing 156:ActionNotSupported",
  "ItemOperations AirSyncBase:BodyPart": "1:Success 176:MessagePartTooLarge",
  Provision: "1:Success 2:ProtocolError 3:ServerError",
  "Provision Provision:Policy response":
    "1:Success 2:NoPolicy 3:UnknownPolicyType 4:PolicyCorrupt 5:WrongPolicyKey",
  "Provision Provision:Policy request": "1:Applied 2:PartlyApplied 3:NotApplied 4:ExternallyManaged",
  "Provision Provision:RemoteWipe request": "1:WipeSucceeded 2:WipeFailed",
  "Provision Provision:AccountOnlyRemoteWipe request": "1:WipeSucceeded 2:WipeFailed",
  "Provision Settings:DeviceInformation":
    "1:Success 2:ProtocolError 5:InvalidArguments 6:ConflictingArguments",
  "ResolveRecipients ResolveRecipients:ResolveRecipients": "1:Success 5:ProtocolError 6:ServerError",
  "ResolveRecipients ResolveRecipients:Response": "1:Success 2:Ambiguous 3:AmbiguousPartial 4:NotResolved",
  "ResolveRecipients ResolveRecipients:Availability":
    "1:Success 160:TooManyRecipients 161:DistributionListTooLarge 162:TransientFailure 163:Failure",
  "ResolveRecipients ResolveRecipients:Certificates": "1:Success 7:NoCertificate 8:CertificateLimitReached",
  "ResolveRecipients ResolveRecipients:Picture": "1:Success",
  "ValidateCert ValidateCert:ValidateCert": "1:Success 2:ProtocolError 17:Failure",
  "ValidateCert ValidateCert:Certificate":
    "1:Success 3:SignatureInvalid 4:UntrustedSource 5:ChainInvalid 6:NotForSigning 7:Expired " +
    "8:ChainTimesInconsistent 9:WronglyUsed 10:InformationMissing 11:RoleMismatch 12:AddressMismatch " +
    "13:Revoked 14:RevocationServerOffline 15:ChainRevoked 16:RevocationUnknown 17:ServerError",
  "Find Find:Find": "1:Success 2:InvalidRequest 3:FolderSyncRequired",
  "Find Find:Response": "1:Success 2:InvalidRequest 3:FolderSyncRequired 4:StartWithRangeZero",
  "Find GAL:Picture": "1:Success",
  Autodiscover: "1:Success 2:ProtocolError",
};

const commonNames = new Map(common.map(({ value, name }) => [value, name]));

/** The command's values that have another name than the common ones, by parent. */
function listNames(command: string): readonly (readonly [place: string, names: string])[] {
  const places = new Map<string, string[]>();
  for (const { element, direction, value, name } of statuses(command)) {
    if (commonNames.get(value) === name) continue;
    const place = [command, element, direction].filter((part) => part !== undefined).join(" ");
    places.set(place, [...(places.get(place) ?? []), `${value}:${name}`]);
  }
  return [...places].map(([place, names]) => [place, names.join(" ")]);
}

describe("the name of a Status value", () => {
  it("belongs to its number", () => {
    const names = [...commands.map(({ name }) => name), "Autodiscover"].flatMap(listNames);
    expect(Object.fromEntries(names)).toEqual(NAMES);
  });
});
