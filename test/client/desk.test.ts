import assert from 'node:assert';
import { type Desk, deskPage } from '../../client/deskPage';
import { type Change, inverseOf, items, nextItem, preview } from '../../client/deskQueue';
import { l10n } from './issue';

const text = '石桥镇新添菜场，\n\n附近居民不必绕行。石桥镇新添菜场，\n\n居民不必。';
const at = (words: string, from = 0) => text.indexOf(words, from);
const problem = (from: number) => ({
  code: 'broken-line',
  rule: 'Broken line',
  page: 'rules:/broken-line.md',
  message: 'Broken',
  from,
  to: from + 3,
});
const all = items([problem(at('，\n', 12)), problem(at('，\n'))], (from, to) => text.slice(from, to));
const none = new Set<string>();

describe('the queue of the correction desk', () => {
  it('names each problem, two of the same words too', () => {
    assert.deepStrictEqual(
      all.map(({ key }) => key.replace(/\n/g, '⏎')),
      ['broken-line ，⏎⏎ 0', 'broken-line ，⏎⏎ 1'],
    );
  });

  it('goes on from a place, and past the end begins again', () => {
    assert.strictEqual(nextItem(all, 0, none), all[0]);
    assert.strictEqual(nextItem(all, all[0].from + 1, none), all[1]);
    assert.strictEqual(nextItem(all, text.length, none), all[0]);
  });

  it('comes back to what was skipped', () => {
    assert.strictEqual(nextItem(all, 0, new Set([all[0].key])), all[1]);
    assert.strictEqual(nextItem(all, 0, new Set(all.map(({ key }) => key))), all[0]);
    assert.strictEqual(nextItem([], 0, none), undefined);
  });
});

describe('the inverse of a fix', () => {
  const made = (before: string, changes: readonly Change[]): string =>
    [...changes]
      .sort((a, b) => b.from - a.from || b.to - a.to)
      .reduce((after, { from, to, insert }) => after.slice(0, from) + insert + after.slice(to), before);

  it('gives the very text back', () => {
    const changes = [
      { from: at('绕'), to: at('绕'), insert: '再' },
      { from: at('\n\n'), to: at('\n\n') + 2, insert: '' },
      { from: at('菜'), to: at('菜') + 2, insert: '集' },
    ];
    const after = made(text, changes);
    assert.notStrictEqual(after, text);
    assert.strictEqual(made(after, inverseOf(text, changes)), text);
  });
});

describe('a preview', () => {
  const written = (pieces: ReturnType<typeof preview>) =>
    pieces.map(({ kind, text }) => ({ same: text, out: `[-${text}-]`, in: `[+${text}+]` })[kind]).join('');

  it('shows what goes out and what comes in', () => {
    const from = at('\n\n');
    const shown = written(
      preview(text, [
        { from, to: from + 2, insert: '' },
        { from: at('绕'), to: at('绕'), insert: '再' },
      ]),
    );
    assert.ok(shown.startsWith('石桥镇新添菜场，[-⏎⏎-]附近居民不必[+再+]绕行。'));
  });

  it('cuts what is far away', () => {
    const long = '甲'.repeat(300);
    const shown = written(
      preview(long, [
        { from: 100, to: 101, insert: '乙' },
        { from: 250, to: 251, insert: '丙' },
      ]),
    );
    assert.ok(shown.startsWith('…') && shown.includes(' … ') && shown.endsWith('…'));
    assert.ok(shown.length < 200);
  });
});

describe('the page of the correction desk', () => {
  const desk: Desk = {
    file: '01.txt',
    item: { ...all[0], message: 'A <broken> line' },
    sight: 'the first',
    context: preview(text, [{ ...all[0], insert: '' }]),
    fixes: [
      {
        title: 'Join the lines',
        preview: [
          { kind: 'same', text: '菜场，' },
          { kind: 'out', text: '⏎⏎' },
        ],
      },
    ],
    dismissals: [
      { scope: 'place', title: 'Not a problem here' },
      { scope: 'word', title: 'Never this word: 迎客' },
      { scope: 'off', title: 'This rule off in this folder' },
    ],
    fixed: 3,
    dismissed: 1,
    left: 4,
    canUndo: false,
    next: undefined,
  };

  it('has a key for everything, the first fix under Enter', () => {
    const html = deskPage(desk, l10n);
    assert.match(html, /<progress value="4" max="8" aria-label="3 fixed, 1 dismissed, 4 left">/);
    assert.match(html, /data-act="accept 0" data-key="1" aria-describedby="problem" autofocus>/);
    for (const [act, key] of [
      'rule:?',
      'skip:s',
      'dismiss place:d',
      'dismiss word:w',
      'dismiss off:o',
      'undo:u',
      'edit:e',
      'review:r',
    ].map((pair) => pair.split(':')))
      assert.ok(html.includes(`data-act="${act}" data-key="${key}"`), act);
    assert.match(html, /data-key="u" disabled/);
    assert.ok(html.includes('A &#60;broken&#62; line'));
  });

  it('says in words what a fix does, and the message where it changes', () => {
    const html = deskPage(desk, l10n);
    assert.match(html, /<h2 id="problem" data-say>A &#60;broken/);
    assert.match(html, /Join the lines<span class="spoken">, takes out: line end<\/span><\/button>/);
  });

  it('shows the place of a problem where no fix does', () => {
    assert.match(deskPage({ ...desk, fixes: [] }, l10n), /<\/p><p class="preview"><span>/);
    assert.doesNotMatch(deskPage({ ...desk, context: [] }, l10n), /<\/p><p class="preview">/);
  });

  it('says so where nothing is left, and leads on to the next page', () => {
    const html = deskPage(
      { ...desk, item: undefined, fixes: [], dismissals: [], next: { name: 'Page 02', problems: 5 } },
      l10n,
    );
    assert.match(html, /Nothing is left on this page/);
    assert.match(html, /data-act="next" data-key="n" autofocus>.*Go on with Page 02 \(5\)/);
  });
});
