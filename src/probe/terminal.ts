import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Line-by-line dialogue with the person who runs the check. */
export class Terminal {
  private readonly lines: string[] = [];
  private wake = () => {};
  private ended = false;
  private readonly reader: ReturnType<typeof createInterface>;

  constructor(
    input: Readable,
    private readonly output: Writable,
  ) {
    // Not in terminal mode, so that Ctrl-C is a signal at any moment.
    this.reader = createInterface({ input, terminal: false });
    this.reader.on('line', (line) => {
      this.lines.push(line.trim());
      this.wake();
    });
    this.reader.on('close', () => {
      this.ended = true;
      this.wake();
    });
  }

  say(text: string): void {
    this.output.write(`${text}\n`);
  }

  /** The text typed since the last call; undefined if none. */
  typed(): string | undefined {
    return this.lines.shift();
  }

  /** Waits for a line; undefined at the end of the input. */
  async ask(question: string): Promise<string | undefined> {
    this.say(question);
    for (;;) {
      const line = this.typed();
      if (line !== undefined || this.ended) return line;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  close(): void {
    this.reader.close();
  }
}
