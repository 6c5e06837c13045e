import { crc32, inflateRawSync } from 'node:zlib';

/** What is in the way of a packed file: it is none, or it is more than is let in. */
export class ZipProblem extends Error {
  constructor(readonly what: 'unreadable' | 'too-large') {
    super(what);
  }
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** The end's own bytes, and the longest comment that may follow them. */
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 500;

/**
 * The entries that are wanted, unpacked. What the directory says of their sizes is not believed: unpacking itself ends at the
 * bound, so that a small file that grows without an end takes no memory.
 * @throws ZipProblem
 */
export function unpacked(zip: Buffer, wanted: (name: string) => boolean, mostBytes: number): Map<string, Buffer> {
  try {
    return entriesOf(zip, wanted, mostBytes);
  } catch (error) {
    if (error instanceof ZipProblem) throw error;
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipProblem(tooLarge ? 'too-large' : 'unreadable');
  }
}

function entriesOf(zip: Buffer, wanted: (name: string) => boolean, mostBytes: number): Map<string, Buffer> {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new ZipProblem('too-large');
  const entries = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  let left = mostBytes;
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== DIRECTORY) throw new ZipProblem('unreadable');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (wanted(name) && !entries.has(name)) {
      const content = contentOf(zip, at, left);
      if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new ZipProblem('unreadable');
      left -= content.length;
      entries.set(name, content);
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT); at--)
    if (zip.readUInt32LE(at) === END) return at;
  throw new ZipProblem('unreadable');
}

/** @param at where the directory tells of the entry */
function contentOf(zip: Buffer, at: number, mostBytes: number): Buffer {
  const method = zip.readUInt16LE(at + 10);
  const packedBytes = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new ZipProblem('unreadable');
  const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (begins + packedBytes > zip.length) throw new ZipProblem('unreadable');
  const packed = zip.subarray(begins, begins + packedBytes);
  if (method === STORED && packed.length <= mostBytes) return packed;
  if (method === STORED || mostBytes <= 0) throw new ZipProblem('too-large');
  if (method !== DEFLATED) throw new ZipProblem('unreadable');
  return inflateRawSync(packed, { maxOutputLength: mostBytes });
}

/** A file of these entries, none of them packed: whoever reads it finds nothing else, however the first one was made. */
export function stored(entries: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const told = Buffer.from(name);
    const alike = Buffer.alloc(26);
    alike.writeUInt16LE(20, 0);
    alike.writeUInt32LE(crc32(content), 10);
    alike.writeUInt32LE(content.length, 14);
    alike.writeUInt32LE(content.length, 18);
    alike.writeUInt16LE(told.length, 22);
    directory.push(signature(DIRECTORY), Buffer.from([20, 0]), alike, afterNames(at), told);
    const body = Buffer.concat([signature(LOCAL), alike, told, content]);
    at += body.length;
    bodies.push(body);
  }
  const told = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(told.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, told, end]);
}

function signature(word: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(word, 0);
  return bytes;
}

/** What the directory tells of an entry behind the lengths of its names: no comment, no attributes, where it begins. */
function afterNames(at: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt32LE(at, 10);
  return bytes;
}
