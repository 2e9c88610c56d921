import { ScaHeader } from '../linkcy/endpoints/sca.js';
import type { ScaChoice } from './operation-request.js';
import { invalidInput, problem, type Problem } from './result.js';

const longestSignature = 4096;

interface ChosenHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** DATA_SIGNING without a signature yet. */
  readonly isUnsigned: boolean;
}

/**
 * The SCA headers for a client's choice, or why it is refused before anything is sent. BY_PASS outside a sandbox is
 * ScaRefused, as at LinkCy.
 */
export function scaHeaders(
  choice: ScaChoice | null | undefined,
  sandbox: boolean,
): ChosenHeaders | { readonly refusal: Problem } {
  if (choice == null) return { headers: {}, isUnsigned: false };
  const { strategy, factor, signature } = choice;
  const wrong = signature == null ? undefined : wrongSignature(signature, choice);
  if (wrong !== undefined) return { refusal: invalidSignature(wrong) };
  if (strategy === 'BY_PASS' && !sandbox) {
    const message = "Approvals can be bypassed in LinkCy's sandbox only.";
    return { refusal: problem('ScaRefused', 'SCA_BY_PASS_NOT_ALLOWED', message) };
  }
  const headers = {
    [ScaHeader.strategy]: strategy,
    ...(factor == null ? {} : { [ScaHeader.factor]: factor }),
    ...(signature == null ? {} : { [ScaHeader.signature]: signature }),
  };
  return { headers, isUnsigned: strategy === 'DATA_SIGNING' && signature == null };
}

export function invalidSignature(message: string): Problem {
  return invalidInput([{ path: ['sca', 'signature'], message }]);
}

/** The headers of a replay: without the signature, which is valid for 30 seconds and must not be stored. */
export function replayHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== ScaHeader.signature));
}

function wrongSignature(signature: string, { strategy }: ScaChoice): string | undefined {
  const wrong = signatureFault(signature);
  if (wrong !== undefined) return wrong;
  return strategy === 'DATA_SIGNING' ? undefined : 'can only be given with the strategy DATA_SIGNING';
}

/** Why a signature cannot be sent, as the end of a sentence; undefined if it can. */
export function signatureFault(signature: string): string | undefined {
  if (signature.length === 0 || signature.length > longestSignature)
    return `must have 1 to ${longestSignature} characters`;
  // It becomes an HTTP header value: a line break would start another header, and outer spaces get lost.
  if (!/^[\x20-\x7e\xa0-\xff]*$/.test(signature)) return 'must have latin characters only, and no control characters';
  return signature.trim() === signature ? undefined : 'must not begin or end with a space';
}
