import { request } from 'undici';

/** Whether anything answers HTTP at an address; what it answers does not matter. */
export async function isReachable(url: string, milliseconds = 5_000): Promise<boolean> {
  try {
    const { body } = await request(url, { signal: AbortSignal.timeout(milliseconds) });
    await body.dump();
    return true;
  } catch {
    return false;
  }
}
