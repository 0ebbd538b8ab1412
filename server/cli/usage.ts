import { Argument, Command, type CommanderError, InvalidArgumentError, Option } from 'commander';
import { EXPORTS } from '../features/exported';
import { rules } from '../rules/rules';
import { canonical } from '../text/encoding';
import { type Language, message, say, type Words } from '../text/words';
import { SEVERITIES } from './check';
import { FORMATS } from './report';

/** What the arguments ask for: one handler a command, called with its files and options. */
export type Handlers = Readonly<
  Record<'inspect' | 'check' | 'fix' | 'revert' | 'export', (files: string[], options: Options) => Promise<void>>
>;

export interface Options {
  readonly format: string;
  readonly encoding?: string;
  /** False for `--no-notes`. */
  readonly notes?: boolean;
  readonly rules?: readonly string[];
  readonly failOn?: string;
  readonly maxRate?: number;
  readonly tier: string;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly log?: boolean;
}

/** The command line's grammar and its help, in one language. */
export function usage(language: Language, version: string, handlers: Handlers): Command {
  const t = (words: Words): string => words[language];
  const program = new Command('galley')
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      styleTitle: (title) => (language === 'zh' ? (TITLES[title] ?? title) : title),
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} (${argChoices.join('|')})` : description,
    })
    .description(t(ABOUT))
    .version(version, '-V, --version', t(VERSION))
    .helpOption('-h, --help', t(HELP))
    .helpCommand('help [command]', t(HELP))
    .addHelpText('after', `\n${t(CODES)}`);
  const command = (name: keyof Handlers, about: Words, files: Words = FILES): Command =>
    program
      .command(name)
      .description(t(about))
      .addArgument(new Argument('<file...>', t(files)))
      .addOption(new Option('--encoding <name>', t(ENCODING)).argParser(encodingNamed(language)))
      .addOption(new Option('--lang <language>', t(LANG)).choices(['en', 'zh']))
      .option('--no-notes', t(NO_NOTES))
      .action((files: string[], options: Options) => handlers[name](files, options));
  const codes = new Option('--rules <codes>', t(RULES)).argParser(rulesNamed(language));
  const format = (choices: readonly string[]): Option =>
    new Option('--format <format>', t(FORMAT)).choices(choices).default(choices[0]);
  command('inspect', INSPECT).addOption(format(['ndjson', 'json']));
  command('check', CHECK)
    .addOption(format(FORMATS))
    .addOption(codes)
    .addOption(new Option('--fail-on <severity>', t(FAIL_ON)).choices(SEVERITIES))
    .addOption(new Option('--max-rate <rate>', t(MAX_RATE)).argParser(rateFrom(language)));
  command('fix', FIX)
    .addOption(codes)
    .addOption(new Option('--tier <tier>', t(TIER)).choices(['certain', 'likely']).default('certain'))
    .option('--dry-run', t(DRY))
    .option('--diff', t(DIFF))
    .option('--log', t(LOG));
  command('revert', REVERT, LOGS).addOption(codes).option('--dry-run', t(DRY)).option('--diff', t(DIFF));
  command('export', EXPORT).addOption(format(EXPORTS));
  return program;
}

/** The one line that says what is wrong with the arguments. */
export function usageError(language: Language, { code, message: said }: CommanderError): string {
  const english = said.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  const words = language === 'zh' ? ERRORS[code] : undefined;
  if (!words) return `galley: ${english}`;
  const quoted = [...english.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/.exec(english)?.[1];
  const reason = /is invalid\. (?:Allowed choices are )?(.*?)\.?$/.exec(english)?.[1];
  return `galley：${words(quoted)}${reason ? `（${reason}）` : ''}${meant ? `（是否想用 ${meant}？）` : ''}`;
}

const encodingNamed = (language: Language) => (name: string) => {
  const encoding = canonical(name);
  if (encoding === null) throw new InvalidArgumentError(NO_ENCODING[language]);
  return encoding;
};

const rateFrom = (language: Language) => (value: string) => {
  const rate = Number(value);
  if (value.trim() === '' || !(rate >= 0)) throw new InvalidArgumentError(NO_RATE[language]);
  return rate;
};

const rulesNamed = (language: Language) => (list: string) => {
  const codes = list.split(',').map((code) => code.trim());
  const known = rules.map(({ code }) => code);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new InvalidArgumentError(say(language, message(NO_RULE, unknown, known.join(', '))));
  return codes;
};

const ERRORS: Readonly<Record<string, (quoted: string[]) => string>> = {
  'commander.unknownOption': ([option]) => `没有选项 ${option}`,
  'commander.unknownCommand': ([command]) => `没有命令 ${command}`,
  'commander.missingArgument': () => '未给出文件',
  'commander.optionMissingArgument': ([option]) => `选项 ${option} 缺少参数`,
  'commander.invalidArgument': ([option, value]) => `选项 ${option} 的参数 ${value} 无效`,
  'commander.excessArguments': () => '参数过多',
};

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const ABOUT = { en: 'Reads raw newspaper text.', zh: '读懂报纸原始文本。' };
const VERSION = { en: 'print the version', zh: '显示版本' };
const HELP = { en: 'show help', zh: '显示帮助' };
const FILES = { en: 'text files; - is standard input', zh: '文本文件；- 为标准输入' };
const ENCODING = {
  en: 'encoding of the files; told by their content otherwise',
  zh: '文件的编码；不给出时按内容判断',
};
const LANG = { en: 'language of messages; the locale’s otherwise', zh: '提示所用语言；不给出时随系统' };
const NO_NOTES = {
  en: 'leave out what people said beside the texts (.galley/notes.jsonl)',
  zh: '不理会放在文本旁边的批注（.galley/notes.jsonl）',
};
const RULES = { en: 'only these problems, by code, separated by commas', zh: '只处理这些问题（代码，以逗号分隔）' };
const FORMAT = { en: 'output format, the first by default', zh: '输出格式，默认为第一种' };
const FAIL_ON = {
  en: 'least severity that makes the exit code 1; warning by default, none with --max-rate',
  zh: '使退出码为 1 的最低级别，默认为 warning；给出 --max-rate 时默认不限',
};
const MAX_RATE = {
  en: 'highest error rate of an issue, weighed errors per 10,000 characters; above it the exit code is 1 (newspapers pass at 3)',
  zh: '每期差错率的上限（万分之几）；超过则退出码为 1（报纸合格线为 3）',
};
const TIER = {
  en: 'how sure a fix must be; certain by default',
  zh: '修复须有多大把握，默认为 certain（确定）',
};
const DRY = { en: 'write nothing, say what would be fixed', zh: '不写文件，只说明可修复多少' };
const DIFF = { en: 'write nothing, print the changes as a patch', zh: '不写文件，以补丁形式列出改动' };
const INSPECT = {
  en: 'print pages, articles, continuations and problems as JSON',
  zh: '以 JSON 列出版面、稿件、转接和问题',
};
const CHECK = { en: 'list the problems', zh: '列出问题' };
const FIX = { en: 'mend in place what is certain to be damaged', zh: '就地修复确定的损伤' };
const LOGS = { en: 'logs of fixes', zh: '修复记录' };
const LOG = {
  en: 'write down beside the texts what was done (.galley/log)',
  zh: '把所作改动记在文本旁边（.galley/log）',
};
const REVERT = {
  en: 'take back what a log of fixes (.galley/log/….jsonl) says was done',
  zh: '按修复记录（.galley/log/….jsonl）撤回改动',
};
const EXPORT = { en: 'print the articles, broken lines joined', zh: '导出稿件，断行已接上' };
const CODES = {
  en: 'Exit codes: 0 done (check: nothing found), 1 check found problems or too high a rate, 2 wrong arguments or a file left out.',
  zh: '退出码：0 完成（check：未发现问题）；1 check 发现问题或差错率过高；2 参数有误或有文件未处理。',
};
const NO_ENCODING = { en: 'There is no such encoding.', zh: '没有这种编码' };
const NO_RATE = { en: 'It must be a number, 0 or more.', zh: '须为不小于 0 的数' };
const NO_RULE = { en: 'There is no rule {0}; there are {1}.', zh: '没有规则 {0}；现有 {1}' };
