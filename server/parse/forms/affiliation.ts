import { isName } from './names';
import type { Named } from './people';
import { HAN, ORNAMENT, type Signature, signature } from './signature';

/**
 * An author and where he works, on a line of its own: 二轧钢厂　岳清, 湖阳市第一医院副主任医师　何舟, 白露　主管护师, □ 石敢（新闻学院2014级）.
 * Only the place tells that this is a byline: a headline in two parts looks the same.
 */
export function affiliation(line: string): Signature | null {
  const text = line.trimEnd();
  if (text.length > LONGEST) return null;
  const match = before.exec(text) ?? behind.exec(text);
  if (!match) return null;
  const [, lead, names] = match;
  const people: Named[] = [];
  for (const found of names.matchAll(name)) {
    const from = lead.length + found.index;
    people.push({ name: found[0].replace(/\s/g, ''), role: null, from, to: from + found[0].length });
  }
  const named = people.length > 0 && people.every((person) => isName(person.name));
  return named ? { ...signature('whole', line, { to: text.length, people }), weak: true } : null;
}

const LONGEST = 40;
const NAME = `(?:[${HAN}]{2,3}|[${HAN}][ \\u3000]{1,2}[${HAN}])`;
const name = new RegExp(NAME, 'g');
const TRADE = '(?:[（(][^（）()。，]{2,20}[）)])?';
/** What the words for a place of work, a dwelling or a calling end in: others before a name may as well be half a headline (稳增长　惠民生). */
const PLACE =
  '(?:[厂廠矿礦局站队隊校社所处處店院部班室营營连連团團庄莊村镇鎮乡鄉县縣市区區州省级級届系会會台]|中心|公司|大学|大學|知识青年|工人|社员|农民|战士|学生|學生|教师|教師|医师|醫師|医生|主任|专家|[班排连連营營队隊组組厂廠校院站所科处]长|干事|饲养员|飼養員|指导员|技术员|护士|经理)';
const before = new RegExp(
  `^(${ORNAMENT}[${HAN}A-Za-z0-9·]{0,22}${PLACE}[ \\u3000]+)(${NAME}(?:[ \\u3000]+${NAME}){0,2})${TRADE}$`,
);
/** A name; then who that is by profession. */
const behind = new RegExp(
  `^(${ORNAMENT})(${NAME})[ \\u3000]+[${HAN}]{1,10}(?:[师師员員者授医醫家生士]|主任|院长|校长)$`,
);
