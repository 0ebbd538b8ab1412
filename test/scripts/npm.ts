import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as tar from 'tar';
import { finish, Trouble, temporary } from './run';

/** One exact package of the npm registry: what is fetched must have this hash. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  /** As npm prints it, without the leading `sha512-`. */
  readonly sha512: string;
}

/** Fetches a package and unpacks the files under its folder `from` (`''` for all of it) that `wanted` lets pass. */
export async function unpack(
  pin: Pin,
  into: string,
  { from = '', wanted = () => true }: { from?: string; wanted?: (path: string) => boolean } = {},
): Promise<void> {
  const archive = await fetched(pin);
  const root = `package/${from && `${from}/`}`;
  await mkdir(into, { recursive: true });
  await tar.extract({
    file: archive,
    cwd: into,
    strip: root.split('/').length - 1,
    filter: (path) => path.startsWith(root) && wanted(path.slice(root.length)),
  });
}

/** Fetches a package's archive into a temporary folder and gives its path. */
async function fetched({ name, version, sha512 }: Pin): Promise<string> {
  const folder = temporary('npm');
  await npm(['pack', `${name}@${version}`, '--ignore-scripts', '--silent', '--pack-destination', folder], folder);
  const file = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (!file) throw new Trouble(`npm gave no archive of ${name}@${version}`);
  const archive = join(folder, file);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') !== sha512)
    throw new Trouble(`${name}@${version} is not the package this project was tested with (its sha512 differs)`);
  return archive;
}

/** Runs npm quietly; what it said is shown only where it failed. */
export async function npm(args: readonly string[], cwd: string): Promise<void> {
  // Inside `npm run`, npm tells where it lives: that works on Windows too, where `npm` is no program but a script.
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const { code, output } = await finish(own ? process.execPath : 'npm', own ? [own, ...args] : args, { cwd });
  if (code === 0) return;
  const reason = /npm error (?!code|A complete log)(.+)/.exec(output)?.[1] ?? `exit code ${code}`;
  throw new Trouble(`npm ${args[0]} ${args[1] ?? ''} failed (is the npm registry reachable?): ${reason}`);
}
