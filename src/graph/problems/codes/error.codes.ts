import type { Glossary } from './code.js';

const app = {
  userCan: 'Nothing; it is a mistake in the app.',
  en: 'Something went wrong in the app.',
  fr: "Un problème est survenu dans l'application.",
  repeat: 'never',
} as const;
const later = {
  userCan: 'Try again in a moment.',
  en: 'This is not available at the moment. Please try again.',
  fr: "Ce n'est pas disponible pour le moment. Veuillez réessayer.",
  repeat: 'later',
} as const;

/** The codes of `errors[].extensions.code`. Those that Problems carry, too, are told with them. */
export const errorCodes: Glossary = {
  BAD_USER_INPUT: { when: 'An argument is not valid. Nothing was sent.', ...app },
  UNAUTHENTICATED: {
    when: 'There is no token, or LinkCy does not accept it: wrong or expired.',
    userCan: 'Log in again; apps renew the token first (`refreshToken`).',
    en: 'Please log in again.',
    fr: 'Veuillez vous reconnecter.',
    repeat: 'afterChange',
  },
  UPSTREAM_REJECTED: { when: 'LinkCy refused a read; `linkcyCode` says why where LinkCy does.', ...app },
  UPSTREAM_TIMEOUT: { when: 'LinkCy did not answer in time. What else was asked for is there.', ...later },
  OVERLOADED: { when: 'Too many requests are in flight here.', ...later },
  INTERNAL_SERVER_ERROR: { when: 'A fault of this API; its log has it under `requestId`.', ...later },
  WRITTEN_NOT_READ: {
    when: 'The mutation was carried out, but the object could not be read back; `id` and `uuid` of the payload stand.',
    userCan: 'Nothing: it is done. Read the object again later; never repeat the mutation.',
    en: 'It is done. The details will be shown soon.',
    fr: "C'est fait. Les détails seront bientôt affichés.",
    repeat: 'never',
  },
  GRAPHQL_PARSE_FAILED: { when: 'The document is not GraphQL.', ...app },
  GRAPHQL_VALIDATION_FAILED: { when: 'The document does not fit the schema.', ...app },
  OPERATION_RESOLUTION_FAILURE: {
    when: 'The document does not have the operation that `operationName` names.',
    ...app,
  },
  DOCUMENT_TOO_COMPLEX: { when: 'The document breaks a limit on depth, aliases, tokens or root fields.', ...app },
  DOCUMENT_NOT_TRUSTED: { when: 'The document is not among those that this server takes.', ...app },
  OPERATION_TOO_EXPENSIVE: {
    when: 'The operation could need more calls to LinkCy than are allowed; `cost` says how many.',
    ...app,
  },
  PERSISTED_QUERY_NOT_FOUND: { when: 'The hash is not known; clients send the document with it.', ...app },
  PERSISTED_QUERY_NOT_SUPPORTED: { when: 'This server takes no documents by their hash.', ...app },
  BAD_REQUEST: { when: 'The HTTP request is not one of GraphQL over HTTP.', ...app },
};
