import type { ChildProcess } from 'node:child_process';
import { ask, nextMessage, startPart } from './processes.js';
import type { Question, Reply } from './upstream/main.js';

/** LinkCy as all contestants see it, in a process of its own. */
export class Upstream {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  static async start(latencyMilliseconds: number): Promise<Upstream> {
    const process = startPart('upstream/main.ts', { BENCH_LATENCY_MILLISECONDS: String(latencyMilliseconds) });
    const { port } = (await nextMessage(process)) as { port: number };
    return new Upstream(process, `http://127.0.0.1:${port}`);
  }

  /** How often it was called so far. */
  async calls(): Promise<number> {
    const reply = await this.ask('calls');
    return 'calls' in reply ? reply.calls : NaN;
  }

  /** The users approve the oldest operations that wait for it. */
  async approve(count: number): Promise<readonly string[]> {
    const reply = await this.ask({ approve: count });
    return 'approved' in reply ? reply.approved : [];
  }

  private async ask(question: Question): Promise<Reply> {
    return (await ask(this.process, question)) as Reply;
  }
}
