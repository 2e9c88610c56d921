import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { names, startContestant, type Contestant } from './contestants.js';
import { prepare } from './install.js';
import { LoadGenerator } from './load.js';
import { busy } from './measures/busy.js';
import { growing } from './measures/growing.js';
import { growth } from './measures/growth.js';
import { latency } from './measures/latency.js';
import { memory } from './measures/memory.js';
import { securePayments } from './measures/secure-payments.js';
import { safeWrites } from './measures/safe-writes.js';
import { sameWork } from './measures/same-work.js';
import { size } from './measures/size.js';
import { startTime } from './measures/start-time.js';
import { subscriptions } from './measures/subscriptions.js';
import { throughput } from './measures/throughput.js';
import { writePages } from './pages.js';
import { readOptions, usage, type Options } from './options.js';
import { root, stop, stopAll } from './processes.js';
import { say } from './progress.js';
import { reportOf } from './report.js';
import type { Results } from './results.js';
import { Upstream } from './upstream.js';
import { workNames } from './work.js';

/** Measures the product beside its rivals, on the same work, at the same time, and says what came out. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return void process.stdout.write(`${usage}\n`);
  if (options.mode === 'pages') return writePages();
  prepare();
  const run = { date: new Date().toISOString(), command: commandOf(), machine: machine(), options };
  const results: Results = { ...run, ...(await measures[options.mode](options)) };
  // The results that are kept are those of a whole run.
  const isWhole = !options.quick && options.only.length === 0 && (options.mode === 'usual' || options.seconds >= 120);
  const file = `${root}test/bench/results${options.mode === 'usual' ? '' : `-${options.mode}`}${isWhole ? '' : '-part'}.json`;
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  if (isWhole) await writePages();
  process.stdout.write(`\n${reportOf(results)}\n\nAll of it: ${file}\n`);
}

const measures: Readonly<Record<Exclude<Options['mode'], 'pages'>, (options: Options) => Promise<Partial<Results>>>> = {
  usual: measure,
  busy: async (options) => ({ busy: await busy(options) }),
  growing: async (options) => ({ growing: await growing(options) }),
};

async function measure(options: Options): Promise<Partial<Results>> {
  const wanted = (name: string) => options.only.length === 0 || options.only.includes(name);
  const upstream = await Upstream.start(options.latencyMilliseconds);
  const generator = new LoadGenerator();
  const isCompared = [...workNames, 'latency', 'growth'].some(wanted);
  return {
    ...(isCompared ? await compare(upstream, generator, options, wanted) : {}),
    start: wanted('start') ? await startTime(upstream, options) : undefined,
    size: wanted('size') ? size() : undefined,
    securePayments: wanted('tls') ? await securePayments(upstream, options) : undefined,
    memory: wanted('memory') ? await memory(upstream, generator, options) : undefined,
    subscriptions: wanted('subscriptions') ? await subscriptions(upstream, options) : undefined,
  };
}

/** What is measured beside the others. */
async function compare(
  upstream: Upstream,
  generator: LoadGenerator,
  options: Options,
  wanted: (name: string) => boolean,
): Promise<Partial<Results>> {
  const contestants: Contestant[] = [];
  for (const name of names) contestants.push(await startContestant(name, upstream.url));
  const calls = await sameWork(contestants, upstream);
  say('all contestants run and give the same answers');
  const [ours] = contestants;
  if (ours === undefined) throw new Error('There is nobody to measure.');
  const results = {
    calls,
    throughput: workNames.some(wanted) ? await throughput(contestants, generator, options) : undefined,
    safeWrites: wanted('e') ? await safeWrites(ours, upstream, generator, options) : undefined,
    latency: wanted('latency') ? await latency(contestants, upstream, options) : undefined,
    growth: wanted('growth') ? await growth(ours, generator, options) : undefined,
  };
  for (const contestant of contestants) await stop(contestant.process);
  return results;
}

function commandOf(): string {
  const given = process.argv.slice(2);
  return given.length === 0 ? 'npm run bench' : `npm run bench -- ${given.join(' ')}`;
}

function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}`;
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof TypeError ? `${error.message}\n${usage}` : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(stopAll);
