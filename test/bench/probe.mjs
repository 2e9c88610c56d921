// Loaded into the product before it starts, to look inside: it answers the benchmark's questions about memory and delays.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 10;
const delay = monitorEventLoopDelay({ resolution });
// What is measured is the time between two ticks, of which so much is the pause between them.
const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);

const answers = {
  /** Of the heap and of buffers outside it, what is still needed. */
  memory() {
    globalThis.gc();
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    return { live: heapUsed + external };
  },
  resident: () => ({ rss: process.memoryUsage.rss() }),
  watchDelay() {
    delay.enable();
    delay.reset();
    return {};
  },
  delay: () => ({ median: late(delay.percentile(50)), percentile99: late(delay.percentile(99)), max: late(delay.max) }),
};

process.on('message', (question) => process.send(answers[question]()));
// The channel alone does not keep the program running.
process.channel?.unref();
