import { control } from '../control/control-route.js';
import { QueryReader } from '../http/query.js';
import { badRequest } from '../http/refusal.js';
import { originOf, type Answer, type Call, type Endpoint } from '../http/router.js';

/** The version of the terms and conditions that has to be accepted. */
export const latestTerms = '1.0';

const types = ['CONSUMER', 'CORPORATE'] as const;
const languages = ['EN', 'FR'] as const;

export const termsRoutes: readonly Endpoint[] = [
  { method: 'GET', path: '/api/partner/docs/terms', access: 'anonymous', handle: info },
];

/** The document itself. */
export const termsControlRoutes: readonly Endpoint[] = [control('GET', '/terms', document)];

function info(call: Call): Answer {
  const { type, language } = asked(call);
  const downloadUrl = `${originOf(call)}/simulator/terms?type=${type}&language=${language}`;
  return { status: 200, body: { type, downloadUrl, version: latestTerms, language } };
}

function document(call: Call): Answer {
  const { type, language } = asked(call);
  const texts = {
    EN: `Terms and conditions of Aurora, version ${latestTerms} (${type})\n\nAurora is made up, and so is its money.\n`,
    FR: `Conditions générales d'Aurora, version ${latestTerms} (${type})\n\nAurora est inventée, et son argent aussi.\n`,
  };
  return { status: 200, text: texts[language], headers: { 'content-type': 'text/plain; charset=utf-8' } };
}

function asked({ query }: Call): { type: (typeof types)[number]; language: (typeof languages)[number] } {
  const reader = new QueryReader(query);
  const type = reader.oneOf('type', types);
  const language = reader.oneOf('language', languages) ?? 'EN';
  reader.check();
  if (type === undefined) throw badRequest([{ field: 'type', rejectedValue: null, message: 'must not be null' }]);
  return { type, language };
}
