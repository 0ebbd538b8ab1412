import type { l10n as vscodeL10n } from 'vscode';
import type * as requests from '../server/lsp/requests';
import * as count from './counts';
import { escaped } from './html';
import { pageName } from './issueNode';

type L10n = Pick<typeof vscodeL10n, 't'>;

/** Where the cursor is: a file, spelled as the overview spells it, and a line (0-based). */
export interface Cursor {
  readonly uri: string;
  readonly line: number;
}

/** What is chosen in the drawing: a line of a file. */
export const actOf = ({ uri, line }: Cursor): string => JSON.stringify([uri, line]);
export function cursorOf(act: string): Cursor {
  const [uri, line] = JSON.parse(act) as [string, number];
  return { uri, line };
}

const WIDTH = 190;
const GAP = 46;
const TOP = 58;
const MARGIN = 14;
/** The tallest page is drawn at least so high, and higher where it has many articles; the others to the same scale. */
const HEIGHT = 480;
const EACH = 44;
/** How small it may be made to fit into its panel: its headlines can still be read. */
const LEAST = 0.65;
const LINE = 15;
/** An article is never drawn lower than its headline needs. */
const LOWEST = 20;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly page: requests.PageOverview;
  readonly article: requests.ArticleOverview;
}

/**
 * An issue as one drawing: each page a column, its articles blocks as high as their texts are long, continuations arcs from
 * block to block, problems marks at their height. Every block is a link with a label that says all that the drawing shows.
 */
export function drawing(edition: requests.EditionResult, cursor: Cursor | undefined, l10n: L10n): string {
  const { leaves } = edition;
  const longest = Math.max(1, ...leaves.map((page) => page.characters));
  const height = Math.max(HEIGHT, EACH * Math.max(...leaves.map(({ articles }) => articles.length)));
  const boxes = leaves.flatMap((page, column) => columnOf(page, column, height / longest));
  const bottom = Math.max(TOP + 80, ...boxes.map(({ y, height }) => y + height)) + MARGIN;
  const width = 2 * MARGIN + leaves.length * WIDTH + (leaves.length - 1) * GAP;
  const title = [edition.paper, edition.date].filter(Boolean).join(' · ');
  const counts = [
    count.pages(leaves.length, l10n),
    count.articles(
      leaves.reduce((sum, page) => sum + page.articles.length, 0),
      l10n,
    ),
    count.problems(edition.problems, l10n),
    l10n.t('error rate {0} per 10,000 characters', edition.errorRate.toFixed(1)),
  ].join(' · ');
  return `<header><h1>${escaped(title)}</h1><p>${escaped(counts)}</p></header>
<svg width="${width}" height="${bottom}" viewBox="0 0 ${width} ${bottom}" data-least="${LEAST}" role="group" aria-label="${escaped(`${title}. ${counts}`)}">
<defs><marker id="end" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
${leaves.map((page, column) => head(page, column, bottom, l10n)).join('\n')}
${boxes.map((box) => block(box, boxes, cursor, l10n)).join('\n')}
<g class="arcs" aria-hidden="true">${boxes.flatMap((box) => arcs(box, boxes)).join('')}</g>
</svg>`;
}

function columnOf(page: requests.PageOverview, column: number, scale: number): Box[] {
  let y = TOP;
  return page.articles.map((article) => {
    const height = Math.max(LOWEST, article.characters * scale);
    const box = { x: left(column), y, height, page, article };
    y += height + 4;
    return box;
  });
}

const left = (column: number): number => MARGIN + column * (WIDTH + GAP);

function head(page: requests.PageOverview, column: number, bottom: number, l10n: L10n): string {
  const name = pageName(page, l10n);
  const counts = [count.articles(page.articles.length, l10n), count.problems(page.problems, l10n)].join(' · ');
  const x = left(column);
  return `<g class="page" role="link" tabindex="0" data-act="${escaped(actOf({ uri: page.uri, line: page.first }))}" aria-label="${escaped(`${name}, ${counts}`)}"><rect class="paper" x="${x - 8}" y="6" width="${WIDTH + 16}" height="${bottom - 12}" rx="3"/><text class="folio" x="${x}" y="28">${escaped(name)}</text><text class="counts" x="${x}" y="45">${escaped(counts)}</text></g>`;
}

function block(box: Box, all: readonly Box[], cursor: Cursor | undefined, l10n: L10n): string {
  const { x, y, height, page, article } = box;
  const { name, people, characters, problems, first, last } = article;
  const here = cursor && cursor.uri === page.uri && cursor.line >= first && cursor.line <= last;
  const goesOn = targets(box, all).map((other) => l10n.t('continues on {0}', pageName(other.page, l10n)));
  const label = [
    name,
    ...people,
    count.characters(characters, l10n),
    count.problems(problems.length, l10n),
    ...goesOn,
  ].join(', ');
  const marks = problems.map(({ line, severity }) => {
    const share = last > first ? (line - first) / (last - first + 1) : 0;
    return `<rect class="mark ${escaped(severity)}" x="${x + WIDTH - 7}" y="${round(y + 2 + share * (height - 6))}" width="5" height="3"/>`;
  });
  const lines = wrapped(name, height < 2 * LINE + 6 ? 1 : 2).map(
    (words, i) => `<text class="headline" x="${x + 7}" y="${round(y + 14 + i * LINE)}">${escaped(words)}</text>`,
  );
  const names = people.join('、');
  const byline =
    names && height >= LOWEST + LINE * lines.length
      ? `<text class="byline" x="${x + 7}" y="${round(y + 14 + lines.length * LINE)}">${escaped(wrapped(names, 1)[0])}</text>`
      : '';
  return `<g class="article${here ? ' here' : ''}" role="link" tabindex="0" data-act="${escaped(actOf({ uri: page.uri, line: first }))}" aria-label="${escaped(label)}"${here ? ' aria-current="true"' : ''}><title>${escaped(label)}</title><rect class="block" x="${x}" y="${round(y)}" width="${WIDTH}" height="${round(height)}" rx="2"/>${lines.join('')}${byline}${marks.join('')}</g>`;
}

/** Full-width characters that fit into a line of a block. */
const FIT = 13;

/**
 * The beginning of a text in at most so many lines, cut with an ellipsis; a Latin letter counts half, and no line ends in a
 * number or a Latin word.
 */
export function wrapped(text: string, most: number): string[] {
  const lines = [''];
  let width = 0;
  for (const word of text.match(/[!-~]+|[^!-~]/gu) ?? []) {
    if (width > 0 && width + widthOf(word) > FIT && lines.length < most) {
      lines.push('');
      width = 0;
    }
    for (const character of word) {
      width += widthOf(character);
      if (width > FIT) {
        if (lines.length === most) return [...lines.slice(0, -1), `${lines[most - 1].slice(0, -1)}…`];
        lines.push('');
        width = widthOf(character);
      }
      lines[lines.length - 1] += character;
    }
  }
  return lines;
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);

const targets = ({ article }: Box, all: readonly Box[]): Box[] =>
  article.continues.flatMap(
    ({ uri, id }) => all.find((other) => other.page.uri === uri && other.article.id === id) ?? [],
  );

function arcs(box: Box, all: readonly Box[]): string[] {
  return targets(box, all).map((other) => {
    const forward = other.x > box.x;
    const [x1, y1] = [forward ? box.x + WIDTH : box.x, box.y + box.height - 8];
    const [x2, y2] = [forward || other.x === box.x ? other.x : other.x + WIDTH, other.y + 9];
    const reach = Math.max(GAP, Math.abs(x2 - x1) / 2) * (forward ? 1 : -1);
    return `<path class="arc" marker-end="url(#end)" d="M${x1} ${round(y1)}C${x1 + reach} ${round(y1)} ${x2 - (other.x === box.x ? -reach : reach)} ${round(y2)} ${x2} ${round(y2)}"/>`;
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
