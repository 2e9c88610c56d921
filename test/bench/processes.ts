import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('../..', import.meta.url));

const running = new Set<ChildProcess>();

export interface ProgramOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of Node. */
  readonly options?: readonly string[];
}

/** Starts a program of this folder, which is TypeScript. */
export function startPart(file: string, environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const options = ['--import', import.meta.resolve('tsx')];
  return start(`${bench}${file}`, {
    options,
    environment: { TSX_TSCONFIG_PATH: `${bench}tsconfig.json`, ...environment },
  });
}

/** Starts the product as `npm start` does: compiled, with the same options, in production. What it logs is thrown away. */
export function startProduct({ environment, options = [] }: ProgramOptions): ChildProcess {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: { start: string } };
  const [, ...words] = scripts.start.split(' ');
  const file = words.pop() ?? '';
  return start(`${root}${file}`, { environment, options: [...words, ...options] });
}

function start(file: string, { environment, options = [] }: ProgramOptions): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(file, {
    env: { PATH, HOME, NODE_ENV: 'production', ...environment },
    execArgv: [...options],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** What a process says next. Throws where it ends instead. */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  const exit = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error(`A process of the benchmark has ended: ${child.spawnargs.at(-1)}`);
  });
  exit.catch(() => undefined);
  const [message] = (await Promise.race([once(child, 'message', { signal: gone.signal }), exit])) as [unknown];
  gone.abort();
  return message;
}

/** Asks a process something and waits for what it says. */
export function ask(child: ChildProcess, question: object | string): Promise<unknown> {
  const answer = nextMessage(child);
  child.send(question);
  return answer;
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop));
}

/** CPU time that a process has used so far, in milliseconds; undefined where the system does not say (other than Linux). */
export function cpuMilliseconds({ pid }: ChildProcess): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // User and system time, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}
