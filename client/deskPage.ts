import type { l10n as vscodeL10n } from 'vscode';
import type { Item, Piece } from './deskQueue';
import { escaped } from './html';

type L10n = Pick<typeof vscodeL10n, 't'>;

/** What the correction desk shows: one problem with its fixes, or that nothing is left. */
export interface Desk {
  readonly file: string;
  readonly item: Item | undefined;
  /** Names what a person sees of it: a key is told together with it. */
  readonly sight: string;
  /** The words of the problem with those around it; none where the first fix shows them. */
  readonly context: readonly Piece[];
  readonly fixes: readonly { readonly title: string; readonly preview: readonly Piece[] }[];
  /** Ways to say that it is no problem, by their scope. */
  readonly dismissals: readonly { readonly scope: string; readonly title: string }[];
  readonly fixed: number;
  readonly dismissed: number;
  readonly left: number;
  readonly canUndo: boolean;
  /** Another page of the issue that has problems. */
  readonly next: { readonly name: string; readonly problems: number } | undefined;
}

export function deskPage(desk: Desk, l10n: L10n): string {
  const { item, fixed, dismissed, left } = desk;
  const done = fixed + dismissed;
  const progress = l10n.t('{0} fixed, {1} dismissed, {2} left', fixed, dismissed, left);
  return `<header><h1>${escaped(desk.file)}</h1>
<progress value="${done}" max="${Math.max(1, done + left)}" aria-label="${escaped(progress)}"></progress><p>${escaped(progress)}</p></header>
${item ? problem(item, desk, l10n) : finished(desk, l10n)}
<footer><div role="toolbar" aria-label="${escaped(l10n.t('What to do with this problem'))}">${buttons(desk, l10n)}</div></footer>`;
}

function problem({ rule, message }: Item, { sight, context, fixes }: Desk, l10n: L10n): string {
  const shown = fixes.map(
    ({ title, preview }, i) =>
      `<li><button${i > 0 ? ' class="secondary"' : ''} data-act="accept ${i}" data-key="${i < 9 ? i + 1 : ''}" aria-describedby="problem"${i === 0 ? ' autofocus' : ''}><kbd>${i + 1}</kbd> ${escaped(title)}<span class="spoken">${escaped(inWords(preview, l10n))}</span></button><p class="preview" aria-hidden="true">${pieces(preview)}</p></li>`,
  );
  const none = `<p class="none">${escaped(l10n.t('There is no fix for this one: change the text itself, or go on.'))}</p>`;
  // What a fix shows of the place is shown once.
  const place = context.length > 0 ? `<p class="preview">${pieces(context)}</p>` : '';
  return `<section data-sight="${escaped(sight)}"><h2 id="problem" data-say>${escaped(message)}</h2><p class="rule">${escaped(rule)}</p>${place}</section>
${fixes.length > 0 ? `<ol>${shown.join('')}</ol>` : none}`;
}

/** What a fix does, for who hears it: of marks and colours nothing is heard. */
function inWords(preview: readonly Piece[], l10n: L10n): string {
  const of = (wanted: Piece['kind']): string =>
    preview
      .filter(({ kind }) => kind === wanted)
      .map(({ text }) => text.replace(/⏎+/g, l10n.t('line end')))
      .join(' ');
  const [out, put] = [of('out'), of('in')];
  return [...(out ? [l10n.t('takes out: {0}', out)] : []), ...(put ? [l10n.t('puts in: {0}', put)] : [])]
    .map((words) => `, ${words}`)
    .join('');
}

const finished = ({ next }: Desk, l10n: L10n): string =>
  `<section><h2 data-say>${escaped(l10n.t('Nothing is left on this page.'))}</h2>${next ? '' : `<p>${escaped(l10n.t('And no other page of this issue has problems.'))}</p>`}</section>`;

/** The keys of the ways to say that it is no problem. */
const KEYS: Readonly<Record<string, string>> = { place: 'd', word: 'w', off: 'o' };

function buttons({ item, fixes, dismissals, canUndo, next }: Desk, l10n: L10n): string {
  const button = (act: string, key: string, words: string, enabled: boolean, focus = false) =>
    `<button class="secondary" data-act="${act}" data-key="${key}"${enabled ? '' : ' disabled'}${focus ? ' autofocus' : ''}><kbd>${key.toUpperCase()}</kbd> ${escaped(words)}</button>`;
  const here = item !== undefined;
  return [
    button('skip', 's', l10n.t('Skip'), here, here && fixes.length === 0),
    ...dismissals.map(({ scope, title }) => button(`dismiss ${scope}`, KEYS[scope] ?? '', title, here)),
    button('undo', 'u', l10n.t('Undo'), canUndo),
    button('edit', 'e', l10n.t('Edit the text'), here),
    button('review', 'r', l10n.t('Review'), true),
    item?.page ? button('rule', '?', l10n.t('About this rule'), true) : '',
    next ? button('next', 'n', l10n.t('Go on with {0} ({1})', next.name, next.problems), true, !here) : '',
  ].join('');
}

const TAGS = { same: 'span', out: 'del', in: 'ins' } as const;
const pieces = (all: readonly Piece[]): string =>
  all.map(({ kind, text }) => `<${TAGS[kind]}>${escaped(text)}</${TAGS[kind]}>`).join('');
