import { httpSettings } from './http.js';
import { linkcyConnectionProblems, linkcyConnectionSettings, proxyFor } from './linkcy-connection.js';
import { contradictions, limitSettings, type Limits } from './limits.js';
import { sharedStoreProblems, sharedStoreSettings } from './shared-store.js';
import {
  flag,
  linkcyAddress,
  notEmpty,
  oneOf,
  optionalFlag,
  paths,
  port,
  setting,
  valuesOf,
  type Environment as Variables,
  type Setting,
  type ValuesOf,
} from './setting.js';

export const environments = ['development', 'production', 'test'] as const;
export type Environment = (typeof environments)[number];
export const trustedDocumentModes = ['off', 'log', 'enforce'] as const;
export const approvalsModes = ['auto', 'replay', 'observe'] as const;
export const logLevels = ['info', 'warn', 'error', 'silent'] as const;

/** The settings by the name of their value. */
const generalSettings = {
  port: setting('PORT', '4000', 'port of the API; 0 takes any free one', port),
  host: setting('HOST', '127.0.0.1', 'address the API listens on', notEmpty),
  linkcyUrl: setting(
    'LINKCY_URL',
    '',
    "where LinkCy is, such as LinkCy's sandbox; simulator, or empty outside production: the local simulator",
    linkcyAddress,
  ),
  ...linkcyConnectionSettings,
  simulatorPort: setting('SIMULATOR_PORT', '4010', 'port of the local simulator; 0 takes any free one', port),
  simulatorGeneration: setting(
    'SIMULATOR_GENERATION',
    '',
    'which LinkCy the local simulator plays, 1.78 or 1.114; empty: its own default',
    (text) => (text === '' ? undefined : oneOf(['1.78', '1.114'])(text)),
  ),
  environment: setting('NODE_ENV', 'development', 'development, production or test', oneOf(environments)),
  sandbox: optionalFlag(
    'LINKCY_SANDBOX',
    'true when the upstream is a sandbox; empty: only the local simulator is one',
  ),
  approvals: setting(
    'LINKCY_APPROVALS',
    'auto',
    'how approved operations are finished. observe: LinkCy carries them out itself (1.114); replay: it wants them again (1.78); auto: told by its answers',
    oneOf(approvalsModes),
  ),
  introspection: optionalFlag('INTROSPECTION', 'whether clients may ask for the schema; empty: not in production'),
  explorer: optionalFlag('EXPLORER', 'whether a browser gets an explorer; empty: not in production'),
  suggestions: optionalFlag('SUGGESTIONS', 'whether errors suggest names of the schema; empty: not in production'),
  trustedDocuments: setting(
    'TRUSTED_DOCUMENTS',
    '',
    "manifests of known documents, files or folders of them, separated by commas: the code generator's, Apollo's or Relay's",
    paths,
  ),
  trustedDocumentsMode: setting(
    'TRUSTED_DOCUMENTS_MODE',
    'off',
    'off; log: mark other documents in the log; enforce: run no others, at any door',
    oneOf(trustedDocumentModes),
  ),
  ...httpSettings,
  compiling: setting(
    'COMPILED_QUERIES',
    'repeated',
    'repeated: queries that come again are compiled to JavaScript; none: no query is',
    oneOf(['repeated', 'none'] as const),
  ),
  metrics: flag('METRICS', 'whether GET /metrics answers, for Prometheus'),
  ...sharedStoreSettings,
  logLevel: setting('LOG_LEVEL', 'info', 'least level that is logged: info, warn, error or silent', oneOf(logLevels)),
} as const;

/** Everything that can be set from outside, read from environment variables once at start. */
export interface Config extends Omit<ValuesOf<typeof generalSettings>, 'linkcyUrl' | 'sandbox' | Development> {
  /** Undefined: the local simulator. */
  readonly linkcyUrl: string | undefined;
  /** What HTTPS_PROXY and NO_PROXY mean for it. */
  readonly linkcyProxy: string | undefined;
  /** Whether the upstream is LinkCy's sandbox or the simulator: sandbox-only operations and BY_PASS are allowed. */
  readonly sandbox: boolean;
  readonly introspection: boolean;
  readonly explorer: boolean;
  readonly suggestions: boolean;
  readonly limits: Limits;
}

type Development = 'introspection' | 'explorer' | 'suggestions';

/** The settings by the name of their environment variable. A test compares this table with the README. */
export const settings: Readonly<Record<string, Setting<unknown>>> = Object.fromEntries(
  [generalSettings, limitSettings].flatMap((table) => Object.values(table)).map((one) => [one.name, one]),
);

/** One line for each setting that is wrong. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** The configuration that the environment describes. Throws a ConfigError that names every wrong setting. */
export function readConfig(variables: Variables): Config {
  const problems: string[] = [];
  const general = valuesOf(generalSettings, variables, problems);
  const limits = valuesOf(limitSettings, variables, problems);
  if (/log|enforce/.test(general.trustedDocumentsMode) && general.trustedDocuments.length === 0) {
    problems.push('TRUSTED_DOCUMENTS must be set where TRUSTED_DOCUMENTS_MODE is log or enforce');
  }
  if (general.environment === 'production' && !variables.LINKCY_URL?.trim()) {
    problems.push('LINKCY_URL must be set in production; "simulator" asks for the local simulator');
  }
  const linkcyUrl = general.linkcyUrl === 'simulator' ? undefined : general.linkcyUrl;
  problems.push(...contradictions(limits));
  if (problems.length === 0) {
    problems.push(...sharedStoreProblems(general), ...linkcyConnectionProblems(linkcyUrl, general));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const development = general.environment !== 'production';
  const linkcyProxy = proxyFor(linkcyUrl, general);
  const { sandbox = linkcyUrl === undefined } = general;
  const { introspection = development, explorer = development, suggestions = development } = general;
  return { ...general, linkcyUrl, linkcyProxy, sandbox, introspection, explorer, suggestions, limits };
}

/** The limits that hold where nothing is set. */
export const standardLimits: Limits = valuesOf(limitSettings, {}, []);
