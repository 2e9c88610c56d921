#!/usr/bin/env -S node --max-semi-space-size=32 --heap-growing-percent=60 --retain-maps-for-n-gc=1000 --no-allocation-site-pretenuring
import { once } from 'node:events';
import { commandOf, usage, UsageError } from './config/command-line.js';
import { ConfigError, readConfig, type Config } from './config/settings.js';
import { ManifestFiles } from './config/manifest-files.js';
import { renameNotices } from './config/renamed-settings.js';
import { secretText } from './config/secret-file.js';
import { createLog, type Log } from './server/log.js';
import { createServer, type Server } from './server/server.js';
import { version } from './server/version.js';
import type { Simulator } from './simulator/simulator.js';

const environment = process.env;

/** In production every line is JSON for machines, including those of a failing start. */
const form = environment.NODE_ENV?.trim() === 'production' ? 'json' : 'text';

/** The only file with side effects: command line and environment -> configuration -> start -> signals. */
async function run(): Promise<number | undefined> {
  const command = commandOf(process.argv.slice(2));
  switch (command) {
    case 'serve':
      return serve();
    case 'probe':
      return probe();
    case 'simulator':
      // A separate program, which handles its own end.
      await import('./simulator/main.js');
      return undefined;
    case 'help':
    case 'version':
      process.stdout.write(command === 'help' ? usage(version) : `${version}\n`);
      return 0;
  }
}

async function serve(): Promise<number> {
  const config = readConfig(environment);
  const log = createLog({ level: config.logLevel, form });
  for (const notice of renameNotices(environment)) log.event(notice, 'warn');
  // Node would print the error's message, which may contain values.
  process.on('unhandledRejection', (cause) => log.failure(cause));
  process.on('uncaughtException', (cause) => {
    log.failure(cause);
    process.exit(1);
  });
  // By default Node prints warnings as text.
  if (form === 'json') process.removeAllListeners('warning').on('warning', (cause) => log.warning(cause));
  const simulator = config.linkcyUrl === undefined ? await startLocalLinkcy(config) : undefined;
  const linkcyUrl = config.linkcyUrl ?? simulator?.url ?? '';
  const server = await startApi(config, linkcyUrl, simulator, log);
  announce(config, server, simulator, linkcyUrl);
  const signal = await Promise.race([signalOf('SIGTERM'), signalOf('SIGINT')]);
  log.event('Going down.');
  // With Ctrl-C there is no load balancer that must notice the shutdown.
  await server.close(signal === 'SIGTERM' ? config.limits.drainMilliseconds : 0);
  await simulator?.close();
  return 0;
}

async function signalOf(name: NodeJS.Signals): Promise<NodeJS.Signals> {
  await once(process, name);
  return name;
}

/** The program cannot start. The message is one line that names the setting. */
class StartError extends Error {}

/** How long cards of the local simulator stay in a transitional status: long enough for a person to see it. */
const cardTransitionMilliseconds = 1_500;

async function startLocalLinkcy(config: Config): Promise<Simulator> {
  try {
    // Loaded lazily: a start against LinkCy itself does not need it.
    const { startSimulator } = await import('./simulator/simulator.js');
    const { simulatorPort: port, simulatorGeneration: generation } = config;
    const transitionMilliseconds = cardTransitionMilliseconds;
    return await startSimulator({ port, host: '127.0.0.1', generation, transitionMilliseconds });
  } catch (error) {
    throw listenError(error, 'SIMULATOR_PORT', config.simulatorPort);
  }
}

async function startApi(
  config: Config,
  linkcyUrl: string,
  simulator: Simulator | undefined,
  log: Log,
): Promise<Server> {
  const development = config.environment !== 'production';
  const files = new ManifestFiles(config.trustedDocuments);
  try {
    const server = await createServer({
      ...config,
      ...{ linkcyUrl, development, log },
      probesLinkcy: simulator === undefined,
      trustedDocuments: { mode: config.trustedDocumentsMode, manifest: await files.read() },
      demoToken: development ? simulator?.demoToken() : undefined,
      localLinkcy: simulator && {
        phoneUrl: `${simulator.url}/device`,
        exampleTransfer: () => simulator.exampleTransfer(),
      },
    });
    followManifests(files, server, log);
    return server;
  } catch (error) {
    if (error instanceof Error && error.name === 'RedisSetupError') throw new StartError(error.message);
    const problem = trustedDocumentsProblem(error);
    if (problem !== undefined) throw new StartError(problem);
    const isManagement = error instanceof Error && 'port' in error && error.port === config.managementPort;
    const setting = isManagement ? 'MANAGEMENT_PORT' : 'PORT';
    throw listenError(error, setting, (isManagement && config.managementPort) || config.port);
  }
}

function trustedDocumentsProblem(error: unknown): string | undefined {
  const isProblem = error instanceof Error && ['ManifestError', 'ManifestFileError'].includes(error.name);
  return isProblem ? `TRUSTED_DOCUMENTS ${error.message}.` : undefined;
}

/**
 * Reads the manifests again when a file has changed, and on SIGHUP. An invalid manifest is logged and changes nothing.
 */
function followManifests(files: ManifestFiles, server: Server, log: Log): void {
  const readAgain = async () => {
    try {
      server.trustDocuments(await files.read());
      log.event('The trusted documents were read again.');
    } catch (error) {
      log.event(
        `${trustedDocumentsProblem(error) ?? 'TRUSTED_DOCUMENTS cannot be read.'} Those of before stay.`,
        'warn',
      );
    }
  };
  process.on('SIGHUP', () => void readAgain());
  const look = async () => {
    if (await files.haveChanged()) await readAgain();
  };
  setInterval(() => void look(), manifestMilliseconds).unref();
}

/** Interval at which the manifests are checked for changes. */
const manifestMilliseconds = 5_000;

function listenError(error: unknown, setting: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new StartError(`${setting}: port ${port} is in use. Choose another, or 0 for any.`);
  if (code === 'EACCES') return new StartError(`${setting}: port ${port} needs rights that this user does not have.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new StartError('HOST: not an address of this machine.');
  return error;
}

/** Prints the addresses. At any LOG_LEVEL, because there may be no other way to learn the port. */
function announce(config: Config, server: Server, simulator: Simulator | undefined, linkcyUrl: string): void {
  if (form === 'json') {
    const facts = { graphql: server.url, management: server.managementUrl, linkcy: linkcyUrl };
    createLog({ level: 'info', form }).event('The server listens.', 'info', facts);
    return;
  }
  const development = config.environment !== 'production';
  const lines = [
    `GraphQL     ${server.url}`,
    ...(config.explorer ? [`Explorer    ${server.explorerUrl} in a browser`] : []),
    simulator ? `LinkCy      ${linkcyUrl} (the local simulator)` : `LinkCy      ${linkcyUrl}`,
    ...(config.managementPort === undefined ? [] : [`Management  ${server.managementUrl}`]),
    ...(simulator ? [`Phone       ${linkcyUrl}/device approves and declines, as a customer would`] : []),
    ...(simulator && development ? ['', 'Try it:', tryIt(server.url)] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function tryIt(url: string): string {
  const query =
    '{ consumers(first: 3) { totalCount nodes { firstName lastName ledgers(first: 1) { nodes { iban availableAmount { value currency } } } } } }';
  return `curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}

/** `linkcy-graphql probe`: the guided check, instead of the server. */
async function probe(): Promise<number> {
  const config = readConfig(environment);
  const { Probe } = await import('./probe/probe.js');
  const { Terminal } = await import('./probe/terminal.js');
  const check = new Probe(config, tokenOfProbe(), new Terminal(process.stdin, process.stdout));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.stdout.write(`\nStopped. ${check.leftBehind ?? 'Nothing was left changed.'}\n`);
      process.exit(130);
    });
  }
  return (await check.run()) ? 0 : 1;
}

function tokenOfProbe(): string | undefined {
  try {
    return secretText('LINKCY_TOKEN', environment);
  } catch (error) {
    throw new StartError(`LINKCY_TOKEN ${error instanceof Error ? error.message : ''}`);
  }
}

/**
 * Prints one line per problem. Of unexpected errors only the kind is logged as JSON, because messages may contain
 * values.
 */
function reportFailure(error: unknown): void {
  const isExpected = [ConfigError, StartError, UsageError].some((kind) => error instanceof kind);
  if (form === 'json') {
    const log = createLog({ level: 'error', form, output: process.stderr });
    if (isExpected && error instanceof Error) error.message.split('\n').forEach((line) => log.event(line, 'error'));
    else log.failure(error);
  } else {
    const text = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
    process.stderr.write(`${text}\n`);
  }
}

run().then(
  (code) => code === undefined || process.exit(code),
  (error: unknown) => {
    reportFailure(error);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
