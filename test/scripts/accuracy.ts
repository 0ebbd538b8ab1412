import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { inspection } from '../../server/cli/inspection';
import { source } from '../../server/cli/sources';
import { digest } from '../../server/issue/digest';
import { Issue } from '../../server/issue/issue';
import { problems } from '../../server/rules/rules';
import { decode } from '../../server/text/decode';
import {
  type Case,
  calibration,
  falseAlarms,
  figures,
  type Judgement,
  joinCalibration,
  judged,
  measures,
  total,
  unexpected,
} from '../accuracy';
import type { Gold } from '../gold';
import { measured } from '../precision';

/** The files of a folder that have labels (NAME.txt beside NAME.gold.json), inspected together as one issue. */
export const casesOf = (folder: string): Case[] =>
  inspected(
    readdirSync(folder)
      .filter((name) => name.endsWith('.gold.json'))
      .sort()
      .map((name) => ({
        path: join(folder, name.replace(/\.gold\.json$/, '.txt')),
        bytes: readFileSync(join(folder, name.replace(/\.gold\.json$/, '.txt'))),
        gold: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold,
      })),
  );

/** Files with their labels, inspected together as one issue. */
export function inspected(files: readonly { path: string; bytes: Uint8Array; gold: Gold }[]): Case[] {
  const sources = files.map(({ path, bytes }) => {
    const decoded = decode(bytes);
    if (!decoded) throw new Error(`${path} is no text`);
    return source(path, resolve(path), bytes, decoded);
  });
  const issue = Issue.empty.withAll(sources.map(({ key, sheet }) => digest(key, sheet)));
  return sources.map((one, i) => {
    const found = problems({ file: one.key, sheet: one.sheet, issue });
    return {
      gold: files[i].gold,
      found: inspection(one, issue, found, { language: 'en', pathOf: (key) => key }),
      lines: [...one.sheet.text.lines()],
      characters: one.sheet.text.length,
    };
  });
}

const THRESHOLDS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];

function print(cases: readonly Case[], judgements: readonly Judgement[], byStyle: boolean, misses: number): void {
  console.log(`${'measure'.padEnd(46)} precision  recall      F1   hit/wrong/missed`);
  const styles = [...new Set(judgements.map(({ style }) => style))].sort();
  for (const measure of Object.keys(measures)) {
    const own = judgements.filter((judgement) => judgement.measure === measure);
    row(measure, own);
    if (byStyle)
      for (const style of styles)
        row(
          `  ${style}`,
          own.filter((judgement) => judgement.style === style),
        );
  }
  const { alarms, characters } = falseAlarms(cases);
  const rate = characters === 0 ? 0 : (alarms * 10_000) / characters;
  console.log(
    `\nfalse alarms on undamaged files: ${alarms} in ${characters} characters = ${rate.toFixed(2)} per 10,000`,
  );
  console.log(`unexpected problems on fully labelled files: ${unexpected(cases).join(', ') || 'none'}`);
  console.log('\narticle starts   found   right');
  for (const { threshold, starts, right } of calibration(cases, THRESHOLDS))
    console.log(
      `confidence ≥ ${threshold.toFixed(2).padEnd(4)}${String(starts).padStart(5)}   ${starts ? (right / starts).toFixed(4) : '–'}`,
    );
  console.log('\nbroken lines     found   right');
  for (const { confidence, joins, right } of joinCalibration(cases))
    console.log(`${confidence.padEnd(16)} ${String(joins).padStart(5)}   ${joins ? (right / joins).toFixed(4) : '–'}`);
  for (const { measure, file, faults } of misses > 0 ? firstFaults(judgements, misses) : [])
    for (const fault of faults) console.log(`${measure}: ${file}: ${fault}`);
}

function row(name: string, judgements: readonly Judgement[]): void {
  const score = total(judgements);
  if (score.hit + score.wrong + score.missed === 0) return;
  const { precision, recall, f1 } = figures(score);
  const columns = [precision, recall, f1].map((share) => share.toFixed(4).padStart(8)).join('');
  console.log(`${name.padEnd(46)}${columns}   ${score.hit}/${score.wrong}/${score.missed}`);
}

/** At most `misses` faults of each measure. */
function firstFaults(judgements: readonly Judgement[], misses: number): Judgement[] {
  const room = new Map<string, number>();
  return judgements.map((judgement) => {
    const left = room.get(judgement.measure) ?? misses;
    const faults = judgement.faults.slice(0, left);
    room.set(judgement.measure, left - faults.length);
    return { ...judgement, faults };
  });
}

function json(cases: readonly Case[], judgements: readonly Judgement[]): string {
  const styles = ['all', ...new Set(judgements.map(({ style }) => style))];
  const rows = styles.flatMap((style) =>
    Object.keys(measures).map((measure) => {
      const own = judgements.filter((one) => one.measure === measure && (style === 'all' || one.style === style));
      const score = total(own);
      return [`${style}|${measure}`, { ...figures(score), ...score }] as const;
    }),
  );
  const { alarms, characters } = falseAlarms(cases);
  return JSON.stringify({
    figures: Object.fromEntries(rows),
    falseAlarmsPer10k: characters === 0 ? 0 : (alarms * 10_000) / characters,
    unexpected: unexpected(cases),
    calibration: calibration(cases, THRESHOLDS),
    joins: joinCalibration(cases),
  });
}

function main(): void {
  const program = new Command('accuracy')
    .description('Measures what is found in newspaper files against their labels: NAME.txt beside NAME.gold.json.')
    .argument('<folder...>')
    .option('--by-style', 'a row for each raw style too')
    .option('--misses <count>', 'show so many faults of each measure', Number, 0)
    .option('--json', 'print JSON')
    .option('--measured', 'print the precision of each rule, for server/rules/measured.json')
    .parse();
  const { byStyle, misses, json: asJson, measured: byRule } = program.opts();
  const cases = program.args.flatMap(casesOf);
  const judgements = cases.flatMap((given) => [...judged(given)]);
  if (byRule) console.log(JSON.stringify(measured(cases), null, 2));
  else if (asJson) console.log(json(cases, judgements));
  else print(cases, judgements, byStyle === true, misses);
}

if (require.main === module) main();
