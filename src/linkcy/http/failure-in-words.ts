import type { LinkcyError } from '../error.js';

/** Why LinkCy was not reached, in words for an operator, with the code of the system's error where there is one. */
export function failureInWords({ name, cause, ...rest }: LinkcyError): string {
  const code = typeof cause === 'string' ? cause : undefined;
  const reason = 'reason' in rest && typeof rest.reason === 'string' ? rest.reason : name;
  const words = code === undefined ? undefined : causes.find(([pattern]) => pattern.test(code))?.[1];
  if (words !== undefined) return `${words} (${code})`;
  if (reason === 'timeout' || reason === 'deadline') return 'it takes the connection, and does not answer in time';
  return code === undefined ? reason : `${reason} (${code})`;
}

const causes: readonly (readonly [code: RegExp, words: string])[] = [
  [/^PROXY_407$/, 'the proxy of HTTPS_PROXY wants another name and password'],
  [/^PROXY_\d+$/, 'the proxy of HTTPS_PROXY refuses to connect to it'],
  [/^PROXY_/, 'the proxy of HTTPS_PROXY is not to be reached, or is no HTTP proxy'],
  [/ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|ALERT_HANDSHAKE_FAILURE/, 'it wants a client certificate'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'its certificate is for another name'],
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, 'its certificate is not valid at this time'],
  [/CERT|UNABLE_TO_VERIFY|SIGNATURE/, 'its certificate is not trusted'],
  [/^ERR_SSL|^EPROTO$/, 'TLS cannot be agreed on'],
  [/^(?:ENOTFOUND|EAI_\w+)$/, 'its name is not known'],
  [/^ECONNREFUSED$/, 'the connection is refused'],
  [
    /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    'it cuts the connection before it answers, as where a client certificate is wanted',
  ],
  [/TIMEOUT|^ETIMEDOUT$/, 'the connection takes too long'],
  [/^E(?:HOST|NET)UNREACH$/, 'there is no way to it'],
];
