import type { Severity } from '../rules/rule';
import { rules } from '../rules/rules';
import type { Language } from '../text/words';
import type { Found, Report } from './report';

/** SARIF 2.1.0 (OASIS), which code hosts and build servers show beside the lines. */
export function sarif(language: Language, version: string): Report {
  const results: object[] = [];
  return {
    file(path, found) {
      results.push(...found.map((one) => resultOf(path, one)));
      return '';
    },
    end() {
      const log = {
        version: '2.1.0',
        runs: [
          {
            tool: {
              driver: {
                name: 'galley',
                version,
                rules: rules.map(({ code, title }) => ({ id: code, shortDescription: { text: title[language] } })),
              },
            },
            columnKind: 'utf16CodeUnits',
            results,
          },
        ],
      };
      return `${JSON.stringify(log, null, 1)}\n`;
    },
  };
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const resultOf = (path: string, { code, severity, message, line, column, endLine }: Found) => ({
  ruleId: code,
  level: LEVELS[severity],
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(path) },
        region: { startLine: line, startColumn: column, endLine },
      },
    },
  ],
});

/** A relative reference (or a path from the root) as RFC 3986 writes it. */
const uriOf = (path: string): string => path.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
