import 'mocha/mocha.js';
import { MARK } from '../editor/mark';

mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, forbidPending: true, timeout: 60_000 });
const { log } = console;
Mocha.reporters.Base.consoleLog = (first = '', ...rest) => log(MARK + first, ...rest);

/** What VS Code calls in its web extension host, a worker: runs every test, and fails where one did. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} failing`)) : resolve()));
  });
}
