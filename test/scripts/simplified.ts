// Writes server/text/simplified.json from the package opencc-js, whose own data would cost each bundle a megabyte. To be run
// after the weights were fitted: only characters that they speak of are in it.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { simplifiedPairs } from '../simplified';

writeFileSync(resolve('server/text/simplified.json'), `${JSON.stringify({ pairs: simplifiedPairs() }, null, 2)}\n`);
