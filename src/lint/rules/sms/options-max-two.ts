import { spec } from "../../../eas/elements/element";
import { estimateRequest, mailOptions, smsOptions, syncRequest } from "../../exampleMessages";
import { listCollections } from "../../facts/sms/collections";
import { findEstimateSpec } from "../../facts/sms/estimate";
import { findOptionsViolations } from "../../facts/sms/violations";
import type { Rule } from "../../rule";

/** A Collection has at most two Options: one for its own class, one for SMS. */
export const optionsMaxTwo: Rule = {
  id: "sms/options-max-two",
  title: "More than two Options in a Collection",
  severity: "error",
  spec: spec("MS-ASMS 3.1.4.1.1"),
  restates: ["schema/too-many"],
  applies: { commands: ["Sync", "GetItemEstimate"], direction: "request" },
  why:
    "A folder has its own class and possibly text messages, so at most two sets of options. If there " +
    "is a third, the server responds with status 4 and does not synchronise the collection.",
  messages: {
    third:
      "This is Options number {number} of its Collection, but only two are allowed: one for the " +
      "folder's own class and one for SMS. Remove the extra ones.",
  },
  message: (view, report) => {
    for (const collection of listCollections(view)) {
      findOptionsViolations(collection).forEach(({ node }, i) => {
        report(node, "third", {
          data: { number: String(i + 3) },
          spec: findEstimateSpec(view, "MS-ASMS 3.1.4.2"),
        });
      });
    }
  },
  examples: [
    { title: "one for SMS, one for mail", messages: [syncRequest(smsOptions + mailOptions)], finds: [] },
    {
      title: "the other order, in GetItemEstimate",
      messages: [
        estimateRequest(
          "<airsync:Options><airsync:FilterType>2</airsync:FilterType></airsync:Options>" +
            "<airsync:Options><airsync:Class>SMS</airsync:Class></airsync:Options>",
        ),
      ],
      finds: [],
    },
    {
      title: "two in each of two collections",
      messages: [
        "<Sync " +
          `xmlns="AirSync"><Collections><Collection><SyncKey>1</SyncKey>` +
          `<CollectionId>5</CollectionId>${smsOptions}${mailOptions}</Collection><Collection>` +
          `<SyncKey>1</SyncKey><CollectionId>6</CollectionId>${mailOptions}${smsOptions}</Collection>` +
          "</Collections></Sync>",
      ],
      finds: [],
    },
    {
      title: "three",
      messages: [syncRequest(`${smsOptions}${mailOptions}<Options><Class>Email</Class></Options>`)],
      finds: ["third"],
    },
    {
      title: "four in GetItemEstimate, with other prefixes and colons",
      messages: [
        '<g:GetItemEstimate xmlns:g="GetItemEstimate:" ' +
          'xmlns:s="AirSync:"><g:Collections><g:Collection><s:SyncKey>601</s:SyncKey>' +
          "<g:CollectionId>15</g:CollectionId><s:Options><s:Class>SMS</s:Class></s:Options><s:Options>" +
          "<s:FilterType>1</s:FilterType></s:Options><s:Options><s:Class>Email</s:Class></s:Options>" +
          "<s:Options><s:Class>SMS</s:Class></s:Options></g:Collection></g:Collections>" +
          "</g:GetItemEstimate>",
      ],
      finds: ["third", "third"],
    },
  ],
};
