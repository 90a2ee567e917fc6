/** Workbooks with a password (MS-OFFCRYPTO): the agile encryption of Excel 2010 and later, and the standard one of 2007. */
import { CFB } from "@e965/xlsx";
import { cbc, ecb } from "@noble/ciphers/aes.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { FileError } from "./file-error";
import { child, descendants, parseXml, type XmlElement } from "./xml";

type Hash = (message: Uint8Array) => Uint8Array;

const HASHES: Readonly<Record<string, Hash>> = { SHA1: sha1, "SHA-1": sha1, SHA256: sha256, "SHA-256": sha256, SHA384: sha384, "SHA-384": sha384, SHA512: sha512, "SHA-512": sha512 };
// What the specification mixes in for each use of the password's hash.
const VERIFIER_INPUT = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const VERIFIER_VALUE = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const KEY_VALUE = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);
const SEGMENT = 4096;
// Slows guessing down; a file that asks for more than Excel ever does would only hang the page.
const MAX_SPIN = 10_000_000;

/** The package inside an encrypted file. Throws `wrongPassword` when the password does not open it. */
export function decrypt(bytes: Uint8Array, password: string): Uint8Array {
  const info = stream(bytes, "EncryptionInfo");
  const data = stream(bytes, "EncryptedPackage");
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const minor = view.getUint16(2, true);
  const length = Number(new DataView(data.buffer, data.byteOffset, 8).getBigUint64(0, true));
  if (length > data.length) throw new FileError("truncated");
  const content = data.subarray(8);
  if (minor === 4) return agile(info.subarray(8), content, password).subarray(0, length);
  if (minor === 2) return standard(info, view, content, password).subarray(0, length);
  throw new FileError("encryption");
}

function stream(bytes: Uint8Array, name: string): Uint8Array {
  // The library tells nothing about this part of itself.
  const library = CFB as { read: (data: Uint8Array, options: { type: "array" }) => unknown; find: (file: unknown, path: string) => { content: ArrayLike<number> } | null };
  const entry = library.find(library.read(bytes, { type: "array" }), `/${name}`);
  if (!entry) throw new FileError("encryption");
  return Uint8Array.from(entry.content);
}

function number32(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255);
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...Array(text.length).keys()].flatMap((i) => [text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8]));
}

/** Cut, or filled up as the specification says. */
function sized(bytes: Uint8Array, length: number): Uint8Array {
  const result = new Uint8Array(length).fill(0x36);
  result.set(bytes.subarray(0, length));
  return result;
}

function spun(hash: Hash, salt: Uint8Array, password: string, times: number): Uint8Array {
  let value = hash(concatBytes(salt, utf16(password)));
  for (let i = 0; i < times; i++) value = hash(concatBytes(number32(i), value));
  return value;
}

function base64(text: string | undefined): Uint8Array {
  return Uint8Array.from(atob(text ?? ""), (sign) => sign.charCodeAt(0));
}

function hashOf(element: XmlElement): Hash {
  const hash = HASHES[element.attributes.hashAlgorithm ?? ""];
  if (!hash || element.attributes.cipherAlgorithm !== "AES" || element.attributes.cipherChaining !== "ChainingModeCBC") throw new FileError("encryption");
  return hash;
}

function agile(info: Uint8Array, content: Uint8Array, password: string): Uint8Array {
  const root = parseXml(new TextDecoder().decode(info), "EncryptionInfo");
  const keyData = child(root, "keyData");
  const encryptor = descendants(root, "encryptedKey")[0];
  const spin = Number(encryptor?.attributes.spinCount);
  if (!keyData || !encryptor || !(spin <= MAX_SPIN)) throw new FileError("encryption");
  const hash = hashOf(encryptor);
  const salt = base64(encryptor.attributes.saltValue);
  const secret = spun(hash, salt, password, spin);
  const open = (block: Uint8Array, value: string | undefined) => {
    const key = sized(hash(concatBytes(secret, block)), Number(encryptor.attributes.keyBits) / 8);
    return cbc(key, sized(salt, Number(encryptor.attributes.blockSize)), { disablePadding: true }).decrypt(base64(value));
  };
  const size = Number(encryptor.attributes.hashSize);
  const expected = hash(open(VERIFIER_INPUT, encryptor.attributes.encryptedVerifierHashInput).subarray(0, Number(encryptor.attributes.saltSize)));
  if (!same(expected.subarray(0, size), open(VERIFIER_VALUE, encryptor.attributes.encryptedVerifierHashValue).subarray(0, size))) throw new FileError("wrongPassword");
  const key = open(KEY_VALUE, encryptor.attributes.encryptedKeyValue).subarray(0, Number(keyData.attributes.keyBits) / 8);
  return segments(content, key, hashOf(keyData), base64(keyData.attributes.saltValue), Number(keyData.attributes.blockSize));
}

function segments(content: Uint8Array, key: Uint8Array, hash: Hash, salt: Uint8Array, blockSize: number): Uint8Array {
  const result = new Uint8Array(content.length);
  for (let at = 0, i = 0; at < content.length; at += SEGMENT, i++) {
    const piece = content.subarray(at, at + SEGMENT);
    // What stands after the last whole block is padding of the container.
    const whole = piece.subarray(0, piece.length - (piece.length % 16));
    const start = sized(hash(concatBytes(salt, number32(i))), blockSize);
    result.set(cbc(key, start, { disablePadding: true }).decrypt(whole), at);
  }
  return result;
}

function standard(info: Uint8Array, view: DataView, content: Uint8Array, password: string): Uint8Array {
  const headerSize = view.getUint32(8, true);
  const keyBytes = view.getUint32(12 + 16, true) / 8;
  const at = 12 + headerSize;
  const saltSize = view.getUint32(at, true);
  const salt = info.subarray(at + 4, at + 4 + saltSize);
  const verifier = info.subarray(at + 4 + saltSize, at + 20 + saltSize);
  const verifierHash = info.subarray(at + 24 + saltSize, at + 56 + saltSize);
  const derived = sha1(concatBytes(spun(sha1, salt, password, 50_000), number32(0)));
  const mixed = (fill: number) => sha1(new Uint8Array(64).fill(fill).map((byte, i) => byte ^ (derived[i] ?? 0)));
  const key = concatBytes(mixed(0x36), mixed(0x5c)).subarray(0, keyBytes);
  const open = (data: Uint8Array) => ecb(key, { disablePadding: true }).decrypt(data.subarray(0, data.length - (data.length % 16)));
  if (!same(sha1(open(verifier)), open(verifierHash).subarray(0, 20))) throw new FileError("wrongPassword");
  return open(content);
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
