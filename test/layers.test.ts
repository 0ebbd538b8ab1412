import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

// The direction of imports (server/README.md), held for every file of the tree.

const root = join(__dirname, '..');
const ROOMS = ['text', 'parse', 'issue', 'rules', 'features', 'lsp', 'cli'];
/** What is shared by both sides of the protocol. */
const SHARED = ['server/lsp/requests', 'server/parse/detect'];
const ENTRIES = ['server/node.ts', 'server/node-start.ts', 'server/browser.ts', 'server/cli/main.ts'];

interface Import {
  readonly file: string;
  /** A package, or a path from the root without its ending. */
  readonly target: string;
}

const path = (file: string): string => relative(root, file).split(sep).join('/');

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* files(`${folder}/${entry.name}`);
    else if (/\.tsx?$/.test(entry.name)) yield `${folder}/${entry.name}`;
  }
}

function* importsOf(file: string): Generator<Import> {
  const source = readFileSync(join(root, file), 'utf8');
  const from =
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]/g;
  for (const [, a, b, c] of source.matchAll(from)) {
    const said = a ?? b ?? c;
    const target = said.startsWith('.') ? path(normalize(join(root, dirname(file), said))) : said;
    yield { file, target };
  }
}

const imports = ['server', 'client'].flatMap((folder) => [...files(folder)].flatMap((file) => [...importsOf(file)]));
const roomOf = (target: string): number => ROOMS.indexOf(/^server\/(\w+)\//.exec(target)?.[1] ?? '');
const isLocal = (target: string): boolean => /^(?:server|client)\//.test(target);
const none = (found: readonly Import[]): void =>
  assert.deepStrictEqual(
    found.map(({ file, target }) => `${file} → ${target}`),
    [],
  );

describe('layers', () => {
  it('reads the imports there are', () => {
    assert.ok(imports.length > 100);
    assert.ok(imports.some(({ file, target }) => file === 'server/lsp/document.ts' && target === 'server/text/text'));
  });

  it('every room is known', () => {
    const rooms = readdirSync(join(root, 'server'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepStrictEqual(
      rooms.map(({ name }) => name).filter((name) => !ROOMS.includes(name)),
      [],
    );
  });

  it('imports point left: text ← parse ← issue ← rules ← features ← lsp | cli', () => {
    none(imports.filter(({ file, target }) => roomOf(file) >= 0 && roomOf(target) > roomOf(file)));
    none(
      imports.filter(({ file, target }) => roomOf(file) === ROOMS.indexOf('cli') && target.startsWith('server/lsp/')),
    );
  });

  it('rooms import no entry', () => {
    none(imports.filter(({ target }) => ENTRIES.includes(`${target}.ts`)));
  });

  it('only lsp, the entries and the client know the protocol and the editor', () => {
    const knows = (file: string) => /^(?:server\/lsp|client)\//.test(file) || ENTRIES.includes(file);
    none(imports.filter(({ file, target }) => /^vscode\b/.test(target) && !knows(file)));
  });

  it('only the entries and the command line touch Node', () => {
    const touches = (file: string) => /^server\/(?:cli\/|node[.-])/.test(file);
    none(imports.filter(({ file, target }) => target.startsWith('node:') && !touches(file)));
  });

  it('rules do not import each other', () => {
    const codes = new Set(
      [...files('server/rules')].filter((file) =>
        /export const \w+: Rule\b/.test(readFileSync(join(root, file), 'utf8')),
      ),
    );
    assert.ok(codes.size > 0);
    none(imports.filter(({ file, target }) => codes.has(file) && codes.has(`${target}.ts`)));
  });

  it('the client takes of the server the names of requests and the detection, nothing else', () => {
    none(
      imports.filter(
        ({ file, target }) => file.startsWith('client/') && target.startsWith('server/') && !SHARED.includes(target),
      ),
    );
    none(imports.filter(({ file, target }) => file.startsWith('server/') && target.startsWith('client/')));
    none(imports.filter(({ file, target }) => SHARED.includes(file.replace(/\.ts$/, '')) && isLocal(target)));
  });
});
