// Measures the rules on folders of labelled files, and writes the counts where people see them: server/rules/measured.json
// and the rules' pages. `npx tsx test/scripts/measured.ts DIR…`
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { measured } from '../precision';
import { casesOf } from './accuracy';

const counts = measured(process.argv.slice(2).flatMap(casesOf));
writeFileSync(resolve('server/rules/measured.json'), `${JSON.stringify(counts, null, 2)}\n`);
for (const [code, { said, right }] of Object.entries(counts)) {
  rewrite(`${code}.md`, /right in \d+ of \d+ cases/, `right in ${right} of ${said} cases`);
  rewrite(`${code}.zh-cn.md`, /\d+ 处中 \d+ 处属实/, `${said} 处中 ${right} 处属实`);
}

function rewrite(page: string, old: RegExp, now: string): void {
  const file = resolve('server/rules', page);
  writeFileSync(file, readFileSync(file, 'utf8').replace(old, now));
}
