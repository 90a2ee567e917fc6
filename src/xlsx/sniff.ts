import { FileError, type FileErrorKind } from "./file-error";

/** What a file is, by its first bytes: a zip archive, an encrypted or a plain OLE file (.xls). */
export type Container = "zip" | "encrypted" | "ole";

const SIGNATURES: readonly (readonly [readonly number[], Container | FileErrorKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "zip"],
  [[0x50, 0x4b, 0x05, 0x06], "archive"],
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0x52, 0x61, 0x72, 0x21], "archive"],
  [[0x37, 0x7a, 0xbc, 0xaf], "archive"],
  [[0x1f, 0x8b], "archive"],
  // Excel 2 to 4, from before there were workbooks.
  [[0x09, 0x00, 0x04, 0x00], "oldExcel"],
  [[0x09, 0x02, 0x06, 0x00], "oldExcel"],
  [[0x09, 0x04, 0x06, 0x00], "oldExcel"],
  [[0x09, 0x08], "oldExcel"],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Throws a `FileError` for everything that cannot be opened, saying how to convert it. */
export function sniff(bytes: Uint8Array, name: string): Container {
  if (bytes.length === 0) throw new FileError("empty");
  if (startsWith(bytes, OLE)) return sniffOle(bytes, name);
  const found = SIGNATURES.find(([signature]) => startsWith(bytes, signature))?.[1];
  if (found === "zip") return "zip";
  if (/\.ett?$/i.test(name)) throw new FileError("et");
  throw new FileError((found as FileErrorKind | undefined) ?? textKind(bytes));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, i) => bytes[i] === byte);
}

/** OLE files name their streams in UTF-16, 128 bytes an entry. */
function sniffOle(bytes: Uint8Array, name: string): Container {
  const has = (stream: string) => includes(bytes, [...stream, "\0"].flatMap((sign) => [sign.charCodeAt(0), 0]));
  if (has("EncryptedPackage")) return "encrypted";
  if (/\.ett?$/i.test(name)) throw new FileError("et");
  if (has("WordDocument")) throw new FileError("word");
  if (has("Workbook")) return "ole";
  // Excel 5 and 95 write text in the machine's own code page.
  if (has("Book")) throw new FileError("oldExcel");
  throw new FileError(/\.xl[st]$/i.test(name) ? "oldExcel" : "unknown");
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Web pages, XML and plain text are all readable signs from the start. */
function textKind(bytes: Uint8Array): FileErrorKind {
  const head = bytes.subarray(0, 4096);
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!utf16 && head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return "unknown";
  const text = new TextDecoder(utf16 ? (head[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(head).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<head|<body|<style|mime-version:)/.test(text) || (text.startsWith("<") && text.includes("<html"))) return "html";
  if (text.startsWith("<?xml") || text.startsWith("<workbook")) return "xmlSpreadsheet";
  return "csv";
}
