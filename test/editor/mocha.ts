import Mocha from 'mocha';
import { MARK } from './mark';

const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, forbidPending: true, timeout: 60_000 });
// Gives the tests, which are loaded after this file, their `describe` and `it`.
mocha.suite.emit('pre-require', globalThis, '', mocha);
const { log } = console;
Mocha.reporters.Base.consoleLog = (first = '', ...rest) => log(MARK + first, ...rest);

/** What VS Code calls in its extension host: runs every test, and fails where one did. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} failing`)) : resolve()));
  });
}
