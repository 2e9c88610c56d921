import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { program } from './program.js';

/** The program in a process of its own. */
export interface Instance {
  /** Where GraphQL is answered. */
  readonly url: string;
  readonly pid: number;
  /** Everything that it has written so far. */
  readonly output: string;
  /** As a power cut does. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Asks it to end; resolves with its exit code. */
  terminate(): Promise<number | null>;
  /** Lets the process stand still, with all its connections. */
  pause(): void;
  resume(): void;
}

/** Where the program says that GraphQL is answered: for people, or in production for machines. Undefined: it has not yet. */
export function urlIn(output: string): string | undefined {
  return /^GraphQL +(\S+)$/m.exec(output)?.[1] ?? /"graphql":"([^"]+)"/.exec(output)?.[1];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the program with these environment variables, on a free port. Rejects with what it wrote where it ends instead. */
export async function startInstance(variables: Readonly<Record<string, string>>): Promise<Instance> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: { PATH, HOME, PORT: '0', NODE_ENV: 'test', LINKCY_SANDBOX: 'true', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killAtExit = () => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const ended = once(child, 'exit').then(() => process.off('exit', killAtExit));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data.toString();
      const found = urlIn(output);
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(output)));
  });
  return {
    url,
    pid: child.pid!,
    get output() {
      return output;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async terminate() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  };
}
