const CERTIFICATE = /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_SSL_|EPROTO$)/;

const CONNECTION: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'it cut the connection off',
  EPIPE: 'it cut the connection off',
  ETIMEDOUT: 'it did not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  // Node's own word for what does not fit when it is unpacked.
  ERR_BUFFER_TOO_LARGE: 'its answer is too long',
  Z_DATA_ERROR: 'its answer is not packed as it says',
  ERR_PROXY_TUNNEL: 'the proxy does not let us through',
};

/** Why there was no whole answer, as the end of a sentence about the server; `code` is that of errorCodeOf, or DEADLINE_EXCEEDED. */
export function connectionReason(code: string): string {
  if (code === 'DEADLINE_EXCEEDED') return 'it did not answer in time';
  if (CERTIFICATE.test(code))
    return `its certificate is not trusted (${code}); where a company's own is meant, name its file in NODE_EXTRA_CA_CERTS`;
  return CONNECTION[code] ?? `the connection failed (${code})`;
}

/** The code of an error of the system or of TLS. */
export function errorCodeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no code';
}

const LASTING = new Set(['ENOTFOUND', 'ERR_PROXY_TUNNEL', 'ERR_BUFFER_TOO_LARGE', 'Z_DATA_ERROR', 'no code']);

/** Whether a certificate or the like is at fault, which no second attempt mends. */
export function isLasting(cause: unknown): boolean {
  const code = errorCodeOf(cause);
  return CERTIFICATE.test(code) || LASTING.has(code);
}
