import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../bytes/base64";
import { hex } from "../../testing/bytes";
import { readCertificate } from "./certificate";

/** Made with openssl req -x509: C=DE, O=Contoso, CN=Chris Gray, serial number 0102, 2026 to 2052. */
const CERTIFICATE =
  "MIIBrTCCAVOgAwIBAgICAQIwCgYIKoZIzj0EAwIwNDELMAkGA1UEBhMCREUxEDAOBgNVBAoMB0NvbnRvc28xEzARBgNVBAMMCkNocmlzIEdyYXkwIBcNMjYxMTIzMDAxNDM1WhgPMjA1MjExMjYwMDE0MzVaMDQxCzAJBgNVBAYTAkRFMRAwDgYDVQQKDAdDb250b3NvMRMwEQYDVQQDDApDaHJpcyBHcmF5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEoalv3QTp0Kuxr2B1gY75aDn7H/IhowI+XgiWu68YSOH9lBfGlG3uOPwE5ARiYelc/JVsfa+bzVEa5+UE9OCQ3aNTMFEwHQYDVR0OBBYEFGoCMJpXbFWSw1rIuDXbgf5xZui4MB8GA1UdIwQYMBaAFGoCMJpXbFWSw1rIuDXbgf5xZui4MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhANmTHRfyx/JXMv49RityWz3QZzYV3KpRVFf0B7PisJDSAiBkd/6LsoDOJDrgLnlhCTanhXFpBs8PVxqKWvhILaI8Kg==";
const listCodes = (text: string): string[] => readCertificate(text).problems.map(({ code }) => code);

describe("certificates", () => {
  it("shows names, validity and serial number, each at its bytes", () => {
    const { rows, problems } = readCertificate(CERTIFICATE);
    expect(problems).toEqual([]);
    expect(rows.map(({ value, range }) => [value, range?.start, range?.end])).toEqual([
      ["C=DE, O=Contoso, CN=Chris Gray", 117, 171],
      ["C=DE, O=Contoso, CN=Chris Gray", 29, 83],
      ["2026-11-23 00:14:35 UTC", 85, 100],
      ["2052-11-26 00:14:35 UTC", 100, 117],
      ["01 02", 13, 17],
    ]);
  });

  it("reports problems", () => {
    const bytes = fromBase64(CERTIFICATE) ?? hex("");
    expect(listCodes(toBase64(bytes.subarray(0, 300)))).toEqual(["certificate-length"]);
    expect(listCodes(toBase64(Uint8Array.of(...bytes, 0)))).toEqual(["certificate-length"]);
    expect(listCodes(toBase64(hex("30 03 02 01 01")))).toEqual(["certificate-unknown"]);
    expect(listCodes("AAAA")).toEqual(["certificate-unknown"]);
  });

  it("reads any bytes, and any certificate with a byte changed", () => {
    const bytes = fromBase64(CERTIFICATE) ?? hex("");
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.nat(bytes.length - 1),
        fc.nat(255),
        fc.string({ unit: "binary" }),
        (other, at, byte, text) => {
          const changed = bytes.slice();
          changed[at] = byte;
          for (const one of [other, changed])
            for (const { range } of readCertificate(toBase64(one)).rows)
              expect(range?.end).toBeLessThanOrEqual(one.length);
          expect(readCertificate(text).kind).toBe("certificate");
        },
      ),
    );
  });
});
