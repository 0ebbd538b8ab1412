// What the benchmarks time, to be bundled as it is shipped.
export { digest } from '../../server/issue/digest';
export { Issue } from '../../server/issue/issue';
export { parse, reparse } from '../../server/parse/parse';
export { problems, rules } from '../../server/rules/rules';
export { Text } from '../../server/text/text';
