import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { project } from './cache';
import { finish, run, Trouble, temporary } from './run';

const LIMIT = 1_600_000;

/** Bundles every entry into `dist/`, small as it is shipped or with source maps for development. */
export async function build({ small }: { small: boolean }): Promise<void> {
  const { code, output } = await finish(process.execPath, ['esbuild.js', ...(small ? ['--minify'] : [])], {
    cwd: project,
  });
  if (code !== 0) throw new Trouble(`the build failed:\n${output.trim()}`);
}

/** Builds the extension as it is shipped and packages it; gives the package's path. Fails on any warning. */
export async function packaged(path: string): Promise<string> {
  await build({ small: true });
  const files = await listFiles({ cwd: project, packageManager: PackageManager.None });
  complete(new Set(files));
  const folder = temporary('package');
  for (const file of [...files, '.vscodeignore']) await cp(join(project, file), join(folder, file));
  await writeFile(join(folder, 'README.md'), await pageOfExtension());
  // A fresh clone has no .cache yet, and vsce makes no folder.
  await mkdir(dirname(path), { recursive: true });
  const { code, output } = await finish(
    process.execPath,
    [
      join(project, 'node_modules/@vscode/vsce/vsce'),
      ...['package', '--no-dependencies', '--out', path],
      '--allow-missing-repository',
    ],
    { cwd: folder },
  );
  if (code !== 0 || /WARNING/.test(output)) throw new Trouble(`vsce does not package this cleanly:\n${output.trim()}`);
  const { size } = await stat(path);
  if (size > LIMIT) throw new Trouble(`${path} has ${size} bytes, more than the ${LIMIT} it may have`);
  return path;
}

/**
 * The page that VS Code shows of the extension: the READMEs in both languages without what is of the repository alone. The
 * project has no public address, so that from there no picture can be shown and no other file be led to.
 */
export async function pageOfExtension(): Promise<string> {
  const readme = async (file: string): Promise<string> => {
    const whole = await readFile(join(project, file), 'utf8');
    return whole.replace(/<!-- repository -->.*?<!-- \/repository -->\n/gs, '');
  };
  const english = (await readme('README.md')).replace('(README.zh-CN.md)', '(#在编辑器中)');
  const chinese = (await readme('README.zh-CN.md')).replace('(README.md)', '(#in-the-editor)');
  return `${english}\n${chinese}`;
}

/** Whether the files that package.json speaks of are packaged: `.vscodeignore` names what is, not what is not. */
function complete(files: ReadonlySet<string>): void {
  const named = JSON.stringify(require(join(project, 'package.json')), (key, value) =>
    key === 'scripts' || key === 'bin' ? undefined : value,
  ).matchAll(/"(\.\/[^"]+)"/g);
  for (const [, path] of named) {
    const file = relative(project, join(project, path));
    if (![...files].some((packed) => packed === file || packed.startsWith(`${file}/`)))
      throw new Trouble(`package.json speaks of ${path}, which is not packaged: see .vscodeignore`);
  }
}

if (require.main === module)
  run(async () => {
    const { version } = require(join(project, 'package.json')) as { version: string };
    const path = await packaged(join(project, `galley-${version}.vsix`));
    console.log(`${relative(process.cwd(), path)}: ${Math.ceil((await stat(path)).size / 1000)} kB`);
    console.log(`Install it: code --install-extension ${relative(process.cwd(), path)}`);
    return 0;
  });
