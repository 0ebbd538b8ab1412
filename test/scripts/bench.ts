import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Context } from '../../server/rules/rule';
import { ISSUE, PAPERS } from '../fixtures/made';
import { generateIssue } from '../generate';
import { asShipped } from './asShipped';

const { digest, Issue, parse, problems, reparse, rules, Text } = asShipped();

/**
 * The fixtures one after the other, again and again, up to so many characters: about the most that a text can cost. Its pages
 * and lines are short, a form stands on every other one, and as some are hard-wrapped all is read twice.
 */
function sample(characters: number): string {
  const pages = [ISSUE, PAPERS].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const once = pages.join('\n');
  return whole(once.repeat(Math.ceil(characters / once.length)).slice(0, characters));
}

/** A text in one piece, as a file that was read is: of a slice of another the bare pass would take twice as long. */
const whole = (content: string): string => Buffer.from(content).toString();

/** The least that reading a text can cost: a look at each of its units. */
function pass(content: string): number {
  let sum = 0;
  for (let i = 0; i < content.length; i++) sum = (sum + content.charCodeAt(i)) | 0;
  return sum;
}

/** Milliseconds for which work is done unmeasured, until it runs as fast as it will. */
const WARM = 400;

/** Milliseconds that `work` takes on what `prepare` makes anew: the median of `runs`, once it is warm. */
function median<T>(runs: number, prepare: () => T, work: (given: T) => unknown): number {
  for (const until = performance.now() + WARM; performance.now() < until; ) work(prepare());
  const times = Array.from({ length: runs }, () => {
    const given = prepare();
    const start = performance.now();
    work(given);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1];
}

interface Row {
  readonly what: string;
  readonly milliseconds: number;
  /** How many times the bare pass. */
  readonly ratio: number;
}

function measured(content: string, runs: number): Row[] {
  const bare = median(
    runs * 10,
    () => content,
    (given) => pass(given),
  );
  const text = Text.of(content);
  const sheet = parse(text);
  const file = 'bench/01.txt';
  // What is derived from a sheet is remembered by it: a copy is a sheet that nobody asked about.
  const copied = () => ({ ...sheet });
  const context = (): Context => {
    const fresh = copied();
    return { file, sheet: fresh, issue: Issue.empty.with(digest(file, fresh)) };
  };
  const row = <T>(what: string, prepare: () => T, work: (given: T) => unknown): Row => {
    const milliseconds = median(runs, prepare, work);
    return { what, milliseconds, ratio: milliseconds / bare };
  };
  const middle = content.length >> 1;
  return [
    { what: 'bare pass (charCodeAt)', milliseconds: bare, ratio: 1 },
    row('text', () => content, Text.of),
    row(
      'text, one key typed in the middle',
      () => text,
      (given) => given.replace(middle, middle, '字'),
    ),
    row('parse', () => text, parse),
    row('digest', copied, (given) => digest(file, given)),
    row('all rules', context, (given) => problems(given)),
    ...rules.map((rule) => row(`  ${rule.code}, alone`, context, (given) => [...rule.find(given)])),
  ];
}

const STYLES = ['seed', 'epaper', 'dense', 'flat', 'wrap'];
/** Seeds of papers that set their text in the two ways there are: whole paragraphs, and lines of one width. */
const seedOf = (style: string): number => (style === 'wrap' ? 1201 : 1);

/** What parsing costs beside a bare pass, for an invented page of each style; and what it costs after one key was typed. */
function parsing(characters: number, runs: number): Row[] {
  return STYLES.flatMap((style) => {
    const [page] = generateIssue(seedOf(style), { pages: 1, characters, style }).pages;
    const content = whole(page.text.slice(0, characters));
    const text = Text.of(content);
    const bare = median(
      runs * 10,
      () => content,
      (given) => pass(given),
    );
    const sheet = parse(text);
    const middle = content.length >> 1;
    const typed = text.replace(middle, middle, '字');
    const row = (what: string, work: () => unknown): Row => {
      const milliseconds = median(runs, () => undefined, work);
      return { what: `${style}: ${what}`, milliseconds, ratio: milliseconds / bare };
    };
    return [row('parse', () => parse(text)), row('one key typed', () => reparse(sheet, typed))];
  });
}

const program = new Command('bench')
  .description('Times what is done to a text, beside a bare pass over it: warm, medians.')
  .option('--characters <count>', 'length of the text', Number, 100_000)
  .option('--runs <count>', 'runs of which the median counts', Number, 15)
  .option('--json', 'print JSON')
  .parse();
const { characters, runs, json } = program.opts();
const rows = [...measured(sample(characters), runs), ...parsing(characters, runs)];
if (json) console.log(JSON.stringify({ characters, node: process.version, rows }));
else {
  console.log(`${characters} characters, Node ${process.version}, median of ${runs}\n`);
  console.log(`${''.padEnd(40)}      ms     ratio`);
  for (const { what, milliseconds, ratio } of rows)
    console.log(`${what.padEnd(40)}${milliseconds.toFixed(3).padStart(8)}${ratio.toFixed(1).padStart(10)}`);
}
