import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../server/rules/rules';

// Every string that a person sees is there in both languages.

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const json = <T>(file: string): T => JSON.parse(read(file));

const manifest = read('package.json');
const pkg = json<{ contributes: { configuration: { properties: Record<string, { enum?: string[] }> } } }>(
  'package.json',
);
const en = json<Record<string, string>>('package.nls.json');
const zh = json<Record<string, string>>('package.nls.zh-cn.json');
const bundle = json<Record<string, string>>('l10n/bundle.l10n.zh-cn.json');
const HAN = /\p{Script=Han}/u;
const placeholders = (words: string): string[] => (words.match(/\{\d+\}/g) ?? []).sort();

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
    if (entry.isDirectory()) yield* sources(`${folder}/${entry.name}`);
    else if (entry.name.endsWith('.ts')) yield `${folder}/${entry.name}`;
}

describe('words', () => {
  it('of package.json are the same ones in both languages, and all of them are used', () => {
    const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    assert.deepStrictEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    assert.deepStrictEqual(Object.keys(en).sort(), [...used].sort());
  });

  it('of package.json are Chinese in Chinese', () => {
    assert.deepStrictEqual(
      Object.keys(zh).filter((key) => !HAN.test(zh[key])),
      [],
    );
  });

  it('of package.json are never written out there', () => {
    const said = /"(?:title|description|markdownDescription|category)": "([^%"][^"]*)"/g;
    assert.deepStrictEqual(
      [...manifest.matchAll(said)].map(([, words]) => words).filter((words) => words !== 'Galley'),
      [],
    );
  });

  it('of the client are in the bundle, with the same places to fill in, and the bundle holds no others', () => {
    const used = new Set<string>();
    for (const file of sources('client')) {
      const source = read(file);
      const calls = [...source.matchAll(/l10n\.t\(/g)].length;
      const found = [...source.matchAll(/l10n\.t\(\s*(['"])((?:(?!\1)[^\\]|\\.)*)\1/g)].map(([, , words]) => words);
      assert.strictEqual(found.length, calls, `${file}: l10n.t wants a plain string`);
      for (const words of found) used.add(words.replace(/\\(.)/g, '$1'));
    }
    assert.deepStrictEqual(Object.keys(bundle).sort(), [...used].sort());
    for (const [from, to] of Object.entries(bundle)) assert.deepStrictEqual(placeholders(to), placeholders(from));
  });

  it('of the server are said in each language its own way', () => {
    const pair = /\{\s*en: '((?:[^'\\]|\\.)*)',\s*zh: '((?:[^'\\]|\\.)*)',?\s*\}/g;
    for (const file of sources('server'))
      for (const [, english, chinese] of read(file).matchAll(pair)) {
        const saysNothing = !/\p{L}/u.test(english.replace(/\{\d+\}/g, ''));
        assert.ok(english !== '' && chinese !== '', file);
        assert.ok(saysNothing || english !== chinese, `${file}: ${english}`);
      }
  });

  it('name every rule, which has a setting with every severity and a page', () => {
    const { properties } = pkg.contributes.configuration;
    for (const { code, title } of rules) {
      const choices = ['error', 'warning', 'information', 'hint', 'off'];
      assert.deepStrictEqual(properties[`galley.rules.${code}`]?.enum, choices, code);
      assert.ok(title.en && HAN.test(title.zh), code);
      assert.match(read(`server/rules/${code}.md`), new RegExp(`^# .*${code}`), code);
      assert.match(read(`server/rules/${code}.zh-cn.md`), new RegExp(`^# \\p{Script=Han}.*${code}`, 'u'), code);
    }
  });
});
