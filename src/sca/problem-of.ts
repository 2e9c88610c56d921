import { LinkcyFailure, LinkcyRejection, LinkcyUnreachable, type LinkcyError } from '../linkcy/error.js';
import { ScaHeader } from '../linkcy/endpoints/sca.js';
import { invalidInput, problem, type Problem } from './result.js';
import { ruleIn } from './validator-messages.js';

/** Paths in `input` by LinkCy's field names. A name covers everything below it. */
export type InputPaths = Readonly<Record<string, readonly string[]>>;

/**
 * Maps the error of a write to the mutation's Problem, for first requests and replays. It depends on LinkCy's status:
 * - an SCA code with any 4xx: ScaRefused
 * - 400 and 422: InvalidInput, also for LEDGER_NOT_FOUND and the like: the input names the missing object, and `fields` says
 *   which of two ledgers it is. NotFound is for the object in the path.
 * - 403: Forbidden; 404: NotFound; 425 and 429: UpstreamUnavailable; other 4xx: Conflict
 * - not sent: UpstreamUnavailable; no answer, 408, 5xx or an unreadable answer: OutcomeUnknown
 */
export function problemOf(error: LinkcyError, inputPaths: InputPaths = {}): Problem {
  if (error instanceof LinkcyUnreachable) return problem('UpstreamUnavailable');
  if (error instanceof LinkcyFailure) return problem('OutcomeUnknown', error.code);
  if (!(error instanceof LinkcyRejection)) return problem('OutcomeUnknown');
  if (isScaCode(error.code))
    return problem('ScaRefused', error.code, isKnown(error.code) ? scaMessages[error.code] : undefined);
  if (refusesStrategy(error)) return strategyNotSupported();
  switch (error.status) {
    case 400:
    case 422:
      return refusedInput(error, inputPaths);
    case 403:
      return problem('Forbidden', error.code);
    case 404:
      return problem('NotFound', error.code);
    case 408:
      return problem('OutcomeUnknown', error.code);
    case 425:
    case 429:
      return problem(
        'UpstreamUnavailable',
        error.code,
        'Nothing was carried out: LinkCy has too much to do. Try again in a moment.',
      );
    default:
      return problem('Conflict', error.code);
  }
}

/** LinkCy does not know the strategy: 1.78 lacks DATA_SIGNING, 1.114 lacks JOIN_CODE and FAIL. */
function refusesStrategy({ status, fields }: LinkcyRejection): boolean {
  return status === 400 && fields.some(({ field }) => field.toLowerCase() === ScaHeader.strategy.toLowerCase());
}

const strategyNotSupported = () =>
  problem(
    'ScaRefused',
    'SCA_STRATEGY_NOT_SUPPORTED',
    'Nothing was carried out: this LinkCy does not know the strategy. DATA_SIGNING belongs to newer ones, JOIN_CODE and FAIL to older ones.',
  );

/** The caller needs a valid token: an error of the query, not a Problem. */
export function isUnauthenticated(error: unknown): boolean {
  return error instanceof LinkcyRejection && error.status === 401 && !isScaCode(error.code);
}

/** LinkCy refused the signature, or the user has no active device. Nothing was done, and another signature may be tried. */
export function isSignatureRefusal(error: LinkcyError): boolean {
  return error instanceof LinkcyRejection && [401, 404, 409].includes(error.status) && isScaCode(error.code);
}

/** LinkCy's codes about strong customer authentication; NO_ACTIVE_SCA_DEVICE_FOUND is one of them. */
function isScaCode(code: string | undefined): boolean {
  return code !== undefined && /(?:^|_)SCA_/.test(code);
}

/** What each of LinkCy's codes about approvals means, and what a Problem with it says. */
export const scaMessages = {
  SCA_REQUIRED:
    'The user must approve this, and the strategy does not ask for it: FAIL, or BY_PASS where that is not allowed.',
  SCA_DEVICE_NOT_SET: 'The user must approve this, but has no device.',
  NO_ACTIVE_SCA_DEVICE_FOUND: 'The user must approve this, but has no active device.',
  SCA_DEVICE_NOT_VALID: 'The device that signed may not sign this.',
  SCA_FACTOR_NOT_SET: "The user's device is not set up for this factor.",
  SCA_SIGNATURE_MISSING: 'The strategy is DATA_SIGNING, and no signature was given.',
  SCA_SIGNATURE_FORMAT_INVALID: 'The signature is not in the form that the PowerAuth SDK gives it.',
  SCA_SIGNATURE_DOES_NOT_MATCH:
    'The signature is not the right one for this request: other bytes were signed, or it is older than 30 seconds.',
  SCA_INTERACTION_DECLINED: 'The user declined, or did not answer in time.',
  SCA_INTERACTION_NOT_COMPLETED: 'The user has not answered yet.',
  SCA_INTERACTION_NOT_FOUND: 'LinkCy does not know this approval, or no longer.',
  SCA_INTERACTION_ALREADY_CONSUMED: 'The approval was used before; each carries one operation out.',
  SCA_INTERACTION_DOES_NOT_MATCH:
    'The approval belongs to another request: the input is not the one that the user was asked about.',
  SCA_UNEXPECTED_ERROR:
    "LinkCy's check of the approval failed with status 500: whether it was carried out is not certain.",
  SCA_DEVICE_ALREADY_SET: 'The user has a device already; it has to be reset before there can be another.',
  SCA_DEVICE_NOT_FOUND: 'There is no such device.',
  SCA_BIOMETRY_ALREADY_SET: 'The device knows its user by biometry already.',
} as const;

function isKnown(code: string | undefined): code is keyof typeof scaMessages {
  return code !== undefined && Object.hasOwn(scaMessages, code);
}

/** Message of a field for which LinkCy says nothing that can be passed on. */
export const refusedValue = 'LinkCy refused this value.';

function refusedInput({ fields, code }: LinkcyRejection, inputPaths: InputPaths): Problem {
  return invalidInput(
    fields.map(({ field, message }) => ({
      path: inputPath(field, inputPaths),
      message: ruleIn(message) ?? refusedValue,
    })),
    code,
    'LinkCy refused the input; `code` and `fields` say why.',
  );
}

/** "rules[0].value" -> ["rules", "0", "value"], with the longest known beginning replaced. What is no path is the whole input. */
export function inputPath(field: string, inputPaths: InputPaths): readonly string[] {
  const parts = field.replace(/\[(\d+)\]/g, '.$1').split('.');
  if (!parts.every((part) => /^(?:[A-Za-z_]\w*|\d+)$/.test(part))) return [];
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    const path = Object.hasOwn(inputPaths, name) ? inputPaths[name] : undefined;
    if (path !== undefined) return [...path, ...parts.slice(length)];
  }
  return parts;
}
