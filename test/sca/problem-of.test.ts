import { describe, expect, test } from 'vitest';
import { errorOf } from '../../src/linkcy/answer.js';
import {
  LinkcyBrokenAnswer,
  LinkcyFailure,
  LinkcyNoAnswer,
  LinkcyRejection,
  LinkcyUnreachable,
  type LinkcyError,
} from '../../src/linkcy/error.js';
import { inputPath, isUnauthenticated, problemOf } from '../../src/sca/problem-of.js';
import { isRepeatable } from '../../src/sca/result.js';

const refused = (status: number, code?: string) => new LinkcyRejection('POST /x', status, code);

describe('the Problem that stands for what happened', () => {
  test.each<[error: LinkcyError, type: string, code: string, retryable: boolean]>([
    [refused(400), 'InvalidInput', 'INVALID_INPUT', false],
    [refused(400, 'LEDGER_NOT_FOUND'), 'InvalidInput', 'LEDGER_NOT_FOUND', false],
    [refused(422), 'InvalidInput', 'INVALID_INPUT', false],
    [refused(403), 'Forbidden', 'FORBIDDEN', false],
    [refused(403, 'INSUFFICIENT_RIGHTS'), 'Forbidden', 'INSUFFICIENT_RIGHTS', false],
    [refused(404, 'CARD_NOT_FOUND'), 'NotFound', 'CARD_NOT_FOUND', false],
    [refused(409, 'LEDGER_MUST_BE_ACTIVE'), 'Conflict', 'LEDGER_MUST_BE_ACTIVE', false],
    [refused(405), 'Conflict', 'CONFLICT', false],
    [refused(400, 'SCA_FACTOR_NOT_SET'), 'ScaRefused', 'SCA_FACTOR_NOT_SET', false],
    [refused(401, 'SCA_SIGNATURE_DOES_NOT_MATCH'), 'ScaRefused', 'SCA_SIGNATURE_DOES_NOT_MATCH', false],
    [refused(404, 'NO_ACTIVE_SCA_DEVICE_FOUND'), 'ScaRefused', 'NO_ACTIVE_SCA_DEVICE_FOUND', false],
    [refused(409, 'SCA_REQUIRED'), 'ScaRefused', 'SCA_REQUIRED', false],
    [refused(408), 'OutcomeUnknown', 'OUTCOME_UNKNOWN', false],
    [refused(429), 'UpstreamUnavailable', 'UPSTREAM_UNAVAILABLE', true],
    [new LinkcyUnreachable('POST /x', 'connection'), 'UpstreamUnavailable', 'UPSTREAM_UNAVAILABLE', true],
    [new LinkcyNoAnswer('POST /x', 'timeout'), 'OutcomeUnknown', 'OUTCOME_UNKNOWN', false],
    [new LinkcyFailure('POST /x', 500, 'SCA_UNEXPECTED_ERROR'), 'OutcomeUnknown', 'SCA_UNEXPECTED_ERROR', false],
    [new LinkcyFailure('POST /x', 502), 'OutcomeUnknown', 'OUTCOME_UNKNOWN', false],
    [new LinkcyBrokenAnswer('POST /x', 'broken'), 'OutcomeUnknown', 'OUTCOME_UNKNOWN', false],
  ])('%s is %s %s', (error, type, code, retryable) => {
    const problem = problemOf(error);
    expect([problem.type, problem.code, isRepeatable(problem)]).toEqual([type, code, retryable]);
    expect(problem.message).toMatch(/^[A-Z].*\.$/);
  });

  test('only a 401 that is not about an approval is no Problem', () => {
    expect(isUnauthenticated(refused(401))).toBe(true);
    expect(isUnauthenticated(refused(401, 'TOKEN_EXPIRED'))).toBe(true);
    expect(isUnauthenticated(refused(401, 'SCA_SIGNATURE_DOES_NOT_MATCH'))).toBe(false);
    expect(isUnauthenticated(refused(403))).toBe(false);
  });
});

describe('the path of a field', () => {
  const paths = {
    endUserId: ['consumerId'],
    'bankingDetails.iban': ['bankingDetails', 'sepa', 'iban'],
    financialInformationRequestDto: ['financialInformation'],
  };
  test.each([
    ['endUserId', ['consumerId']],
    ['bankingDetails.iban', ['bankingDetails', 'sepa', 'iban']],
    ['bankingDetails', ['bankingDetails']],
    ['financialInformationRequestDto.currency', ['financialInformation', 'currency']],
    ['rules[0].value', ['rules', '0', 'value']],
    ['rules[12]', ['rules', '12']],
    ['constructor', ['constructor']],
    ['not a path: 4711', []],
    ['', []],
  ])('%s is %j', (field, path) => {
    expect(inputPath(field, paths)).toEqual(path);
  });
});

describe('what LinkCy says of a field', () => {
  const messageFor = (message: string) => {
    const details = [{ field: 'name', rejectedValue: 'J0hn', message }];
    const form = { error: 'linkcy.bad.request', status: 400, timestamp: '2026-01-05T09:00:00.123456789Z' };
    const error = errorOf('POST /x', { status: 400, body: Buffer.from(JSON.stringify({ details, ...form })) });
    const problem = problemOf(error);
    if (problem.type !== 'InvalidInput') throw new Error('not InvalidInput');
    return problem.fields?.[0]?.message;
  };
  const rules = [
    'must not be null',
    'must not be blank',
    'must be a well-formed email address',
    'must be a past date',
    'size must be between 0 and 35',
    'length must be between 1 and 255',
    'must be greater than or equal to 0',
    'must be less than 9999',
    'numeric value out of bounds (<13 digits>.<2 digits> expected)',
    'Name must contains only letters',
  ];

  test.each(rules)('is passed on where its validator says it by itself: %s', (message) => {
    expect(messageFor(message)).toBe(message);
  });

  test('is that there is a pattern, and not which', () => {
    expect(messageFor('must match "^Rosa Blum$"')).toBe('must match a pattern');
  });

  test.each([
    'Rosa Blum is not allowed',
    'must be below 4711',
    'Iban FR7630006000011234567890189 not supported',
    'Ledger with id 0b5e6ab1-54a5-4c2e-9a1f-3d0c5f6f7a11 was not found.',
    'Rosa Klee exists already',
    'must not be 4929555544443333',
    'must be less than 4929555544443333',
    'size must be between 0 and 35 and not Rosa',
    'Rosa must contains only letters',
    '',
  ])('is not passed on otherwise: %s', (message) => {
    expect(messageFor(message)).toBe('LinkCy refused this value.');
  });

  test('is not passed on where a word or a long number stands in the rule', () => {
    const holding = rules.flatMap((rule) =>
      ['Rosa', '4929555544443333', 'FR7630006000011234567890189'].flatMap((value) =>
        rule
          .split(' ')
          .flatMap((_, index, words) => [
            words.with(index, value).join(' '),
            words.toSpliced(index, 0, value).join(' '),
            `${rule} ${value}`,
          ]),
      ),
    );
    expect(holding.filter((message) => messageFor(message) !== 'LinkCy refused this value.')).toEqual([]);
  });
});
