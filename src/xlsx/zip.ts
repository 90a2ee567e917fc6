/** Zip archives, entry by entry: what is not touched keeps its compressed bytes. */
import { deflateSync, Inflate } from "fflate";
import { finished, type Steps } from "../engine";
import { FileError } from "./file-error";

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** Unpacked sizes above this are not opened, whether declared or found. */
export const MAX_UNPACKED = 300 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

export function megabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1024 / 1024))} MB`;
}

/** Lists an archive by its central directory. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) throw new FileError("bomb", [`${String(count)} 个部件`, `${String(MAX_ENTRIES)} 个`]);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new FileError("corrupt", ["压缩目录错误"]);
    const entry = readEntry(bytes, view, at);
    total += entry.size;
    if (total > MAX_UNPACKED) throw new FileError("bomb", [megabytes(total), megabytes(MAX_UNPACKED)]);
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new FileError("truncated");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  if (flags & 1) throw new FileError("encryption");
  const nameLength = view.getUint16(at + 28, true);
  const extra = zip64(view, at + 46 + nameLength, view.getUint16(at + 30, true));
  const take = (offset: number) => {
    const value = view.getUint32(at + offset, true);
    return value === 0xffffffff ? extra() : value;
  };
  // The order of the 64-bit fields is fixed: unpacked size, packed size, place.
  const size = take(24);
  const packed = take(20);
  const local = take(42);
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw new FileError("corrupt", ["压缩数据错误"]);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > bytes.length) throw new FileError("truncated");
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replace(/\\/g, "/");
  return { name, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), size, packed: bytes.subarray(start, start + packed) };
}

/** Gives the 64-bit fields of an entry's extra data, one after the other. */
function zip64(view: DataView, from: number, length: number): () => number {
  let at = from;
  while (at + 4 <= from + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return () => {
    if (at + 8 > from + length) throw new FileError("corrupt", ["压缩目录错误"]);
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  };
}

/** An entry's content; refused as soon as it is larger than it says. */
export function unpackEntry(entry: ZipEntry): Uint8Array {
  return finished(unpackSteps(entry));
}

/** The same in steps: a large sheet unpacks to tens of megabytes. */
export function* unpackSteps(entry: ZipEntry): Steps<Uint8Array> {
  const content = entry.method === 0 ? entry.packed : entry.method === 8 ? yield* inflate(entry) : null;
  if (content?.length !== entry.size || (yield* checksum(content)) !== entry.crc) throw new FileError("corrupt", [`${entry.name} 校验不符`]);
  return content;
}

/** Packed bytes between two stops. */
const PACKED_AT_ONCE = 1 << 16;

function* inflate(entry: ZipEntry): Steps<Uint8Array> {
  const content = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > content.length) throw new FileError("corrupt", [`${entry.name} 的大小与声明不符`]);
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < entry.packed.length; at += PACKED_AT_ONCE) {
      stream.push(entry.packed.subarray(at, at + PACKED_AT_ONCE), at + PACKED_AT_ONCE >= entry.packed.length);
      yield;
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError("corrupt", [`${entry.name} 解压失败`], String(error));
  }
  return content.subarray(0, length);
}

export function packEntry(name: string, content: Uint8Array): ZipEntry {
  return { name, method: 8, crc: crc32(content), size: content.length, packed: deflateSync(content, { level: 6 }) };
}

/** An archive of these entries, in this order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const length = entries.reduce((sum, entry, i) => sum + 76 + 2 * (names[i]?.length ?? 0) + entry.packed.length, 22);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const places = entries.map((entry, i) => {
    const place = at;
    const name = names[i] ?? new Uint8Array();
    view.setUint32(at, LOCAL, true);
    writeCommon(view, at + 4, entry, name.length);
    bytes.set(name, at + 30);
    bytes.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
    return place;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    const name = names[i] ?? new Uint8Array();
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, entry, name.length);
    view.setUint32(at + 42, places[i] ?? 0, true);
    bytes.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** What the local and the central header share: version, flags (UTF-8 name), method, a fixed date, checksum, sizes, name length. */
function writeCommon(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x800, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, 0x21, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function crc32(bytes: Uint8Array): number {
  return finished(checksum(bytes));
}

/** Bytes between two stops. */
const CHECKED_AT_ONCE = 1 << 20;

function* checksum(bytes: Uint8Array): Steps<number> {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    crc = (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
    if (i % CHECKED_AT_ONCE === CHECKED_AT_ONCE - 1) yield;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
