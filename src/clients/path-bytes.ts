const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A name as git and the file system have it: bytes, of which each is one character here. */
export type RawName = string;

/** Bytes as a raw name, or as several. */
export function rawName(bytes: Uint8Array): RawName {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** The NUL-separated records of a git listing, each byte of them one character. */
export function splitRecords(bytes: Uint8Array): string[] {
  const records = rawName(bytes).split('\0');
  return records.at(-1) === '' ? records.slice(0, -1) : records;
}

/** The text of a name, or null where its bytes are not UTF-8: such a name can stand in no workflow and no report. */
export function nameOf(raw: RawName): string | null {
  if (/^[\0-\x7f]*$/.test(raw)) return raw;
  try {
    return STRICT.decode(Buffer.from(raw, 'latin1'));
  } catch {
    return null;
  }
}

/** A name that is not UTF-8, for people: printable ASCII as it is, every other byte as `\xNN`. */
export function escapedName(raw: RawName): string {
  return raw.replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
