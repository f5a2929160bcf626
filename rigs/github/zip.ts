import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const STORED = 0;

/** The files of an archive by name, as its own directory lists them. (PKWARE, APPNOTE.TXT, 4.3.12 and 4.3.16) */
export function filesIn(zip: Buffer): ReadonlyMap<string, string> {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('this is no archive');
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    files.set(zip.toString('utf8', at + 46, at + 46 + name), contentAt(zip, at));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** `at` is the entry of the directory, which tells where the file itself stands. */
function contentAt(zip: Buffer, at: number): string {
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  return (zip.readUInt16LE(at + 10) === STORED ? bytes : inflateRawSync(bytes)).toString('utf8');
}
