import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Where the check talks with the person who makes it, line by line. */
export class Terminal {
  private readonly lines: string[] = [];
  private wake = () => {};
  private ended = false;
  private readonly reader: ReturnType<typeof createInterface>;

  constructor(
    input: Readable,
    private readonly output: Writable,
  ) {
    // Not as a terminal: Ctrl-C is then a signal, at any moment.
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

  /** What was typed since the last time; undefined: nothing. */
  typed(): string | undefined {
    return this.lines.shift();
  }

  /** Waits for a line. Undefined: there will be none. */
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
