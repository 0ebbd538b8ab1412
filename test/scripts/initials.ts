// Writes server/text/initials.json from the package pinyin-pro, whose own data would cost each bundle 450 kB.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { initialsTable } from '../initials';

writeFileSync(resolve('server/text/initials.json'), `${JSON.stringify(initialsTable(), null, 2)}\n`);
