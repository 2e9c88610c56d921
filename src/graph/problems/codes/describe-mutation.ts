import { LinkcyFailure, LinkcyRejection } from '../../../linkcy/error.js';
import { problemOf } from '../../../sca/problem-of.js';
import type { ProblemType } from '../../../sca/result.js';
import type { Refusals } from './code.js';
import { ownCodes } from './own.codes.js';
import { refusals } from './refusals.js';
import { approvalCodes } from './sca.codes.js';

interface MutationDescription {
  /** The field of Mutation. */
  readonly mutation: string;
  /** What it does, in sentences. */
  readonly does: string;
  /** Whether it takes the argument `sca`: LinkCy may then ask the user first. */
  readonly approval?: boolean;
  /** LinkCy's page about it. */
  readonly page?: string;
}

/** The description of a mutation: what it does, the codes of its Problems by their type, and LinkCy's page. */
export function describeMutation({ mutation, does, approval = false, page }: MutationDescription): string {
  const linkcys = refusals.filter(({ field }) => field === mutation).flatMap(({ codes }) => codesByProblem(codes));
  const ours = Object.entries(ownCodes).flatMap(([code, { of, problems }]) =>
    typeof of === 'object' && of.includes(mutation) ? problems.map((problem) => ({ problem, code })) : [],
  );
  const all = [...linkcys, ...(approval ? codesByProblem(approvalCodes) : []), ...ours];
  const lines = [...new Set(all.map(({ problem }) => problem))].map((type) => {
    const codes = new Set(all.filter(({ problem }) => problem === type).map(({ code }) => code));
    return `- ${type}: ${[...codes].join(', ')}`;
  });
  return [
    approval
      ? `${does} May need an approval of the user: ScaPending, or ScaSignatureRequired where the device signs.`
      : does,
    ...(lines.length === 0 ? [] : [`Codes (details in problem-codes.json):\n${lines.join('\n')}`]),
    ...(page === undefined ? [] : [`LinkCy: ${page}`]),
  ].join('\n\n');
}

function codesByProblem(codes: Refusals['codes']): readonly { readonly problem: ProblemType; readonly code: string }[] {
  return Object.entries(codes).flatMap(([status, list]) =>
    list.map((code) => ({ problem: problemTypeOf(Number(status), code), code })),
  );
}

/** The Problem in which a mutation tells a refusal. */
export function problemTypeOf(status: number, code: string): ProblemType {
  return problemOf(status < 500 ? new LinkcyRejection('', status, code) : new LinkcyFailure('', status, code)).type;
}
