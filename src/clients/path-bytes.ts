const STRICT = new TextDecoder('utf-8', { fatal: true });

/** The NUL-separated records of a git listing, each as bytes. */
export function splitRecords(bytes: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const stop = end < 0 ? bytes.length : end;
    records.push(bytes.subarray(at, stop));
    at = stop + 1;
  }
  return records;
}

/** The text of a name, or null where its bytes are not UTF-8: such a name can stand in no workflow and no report. */
export function nameOf(bytes: Uint8Array): string | null {
  try {
    return STRICT.decode(bytes);
  } catch {
    return null;
  }
}

/** A name that is not UTF-8, for people: printable ASCII as it is, every other byte as `\xNN`. */
export function escapedName(bytes: Uint8Array): string {
  return [...bytes]
    .map((byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');
}
