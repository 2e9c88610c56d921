import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A manifest cannot be read. The message names the file and the reason. */
export class ManifestFileError extends Error {
  override readonly name = 'ManifestFileError';
}

/**
 * The manifests of trusted documents on disk: JSON files, and all `.json` files of folders. Files are compared by time and
 * size instead of watched, because a mounted ConfigMap changes by a symbolic link, which file watchers do not see.
 */
export class ManifestFiles {
  private state = '';

  constructor(private readonly paths: readonly string[]) {}

  /** Reads all manifests. Throws a ManifestFileError. */
  async read(): Promise<unknown[]> {
    const files = await this.files();
    this.state = await stateOf(files);
    return Promise.all(files.map(readJson));
  }

  /** Whether a file was changed, added or removed since the last `read`. */
  async haveChanged(): Promise<boolean> {
    return (await stateOf(await this.files())) !== this.state;
  }

  private async files(): Promise<string[]> {
    return (await Promise.all(this.paths.map(filesAt))).flat();
  }
}

async function filesAt(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => name.endsWith('.json'));
    return names.sort().map((name) => join(path, name));
  } catch {
    // Reported when the file is read.
    return [path];
  }
}

async function stateOf(files: readonly string[]): Promise<string> {
  const states = files.map(async (file) => {
    const found = await stat(file).catch(() => undefined);
    return [file, found?.mtimeMs, found?.size, found?.ino];
  });
  return JSON.stringify(await Promise.all(states));
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ManifestFileError(`must be JSON files and folders that can be read, and ${file} is not`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new ManifestFileError(`must be JSON files, and ${file} is none`);
  }
}
