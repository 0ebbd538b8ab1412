import { isName, mayBeName, namesGenre, TRADE } from './names';
import type { Named } from './people';
import { HAN, ORNAMENT, type Signature, signature } from './signature';

/**
 * An author on a line of its own, beside where he works: 二轧钢厂　岳清, 湖阳市第一医院副主任医师　何舟, 白露　主管护师,
 * □ 石敢（新闻学院2014级）. Only the place tells that this is a byline: a headline in two parts looks the same.
 */
export function affiliation(line: string): Signature | null {
  const people = firstOf([before, behind], line, (person) => isName(person.name) || isPadded(person));
  return people && { ...signed(line, people), weak: true };
}

/**
 * What may be an author if it stands between a headline and a text, and may as well be half that headline: behind any words
 * (短评　岳清), with who he is (岳清（退休教师）), with a rare surname, or under a pen name (车前草, 恨水楼主).
 */
export function author(line: string): Signature | null {
  const people =
    firstOf([before, behind], line, () => true) ??
    firstOf([several, loosely, called], line, (person) => mayBeName(person.name) || isPadded(person)) ??
    firstOf([pen], line, ({ name }) => name.length < 4 || isName(name) || styled.test(name));
  return people && { ...signed(line, people), weak: true, loose: true };
}

const signed = (line: string, people: readonly Named[]): Signature =>
  signature('whole', line, { to: line.trimEnd().length, people });

/** The people of the first form that a line has and whose names all pass; null where there is none. */
function firstOf(forms: readonly RegExp[], line: string, passes: (person: Named) => boolean): Named[] | null {
  const text = line.trimEnd();
  if (text.length > LONGEST) return null;
  for (const form of forms) {
    const match = form.exec(text);
    const people = match ? peopleIn(match) : [];
    if (people.length > 0 && people.every((person) => passes(person) && !namesGenre(person.name))) return people;
  }
  return null;
}

/** 岳　清: set wide, as only a name is. */
export const isPadded = ({ name, from, to }: Named): boolean => to - from > name.length;

function peopleIn([, lead, names]: RegExpExecArray): Named[] {
  // Four characters are one name, written under or padded wide: two names and what sets them apart are more.
  return [...names.matchAll(names.length === 4 ? /.+/g : name)].map((found) => {
    const from = lead.length + found.index;
    return { name: found[0].replace(/\s/g, ''), role: null, from, to: from + found[0].length };
  });
}

const LONGEST = 40;
/** A name, padded or not: a source of regular expressions. */
export const NAME = `(?:[${HAN}]{2,3}|[${HAN}][ \\u3000]{1,2}[${HAN}])`;
const name = new RegExp(NAME, 'g');
/** What the words for a place of work, a dwelling or a calling end in: others before a name may as well be half a headline (稳增长　惠民生). */
const PLACE =
  '(?:[厂廠矿礦局站队隊校社所处處店院部班室科营營连連团團庄莊村镇鎮乡鄉县縣市区區州省级級届系会會台]|中心|公司|大学|大學|知识青年|工人|社员|农民|战士|学生|學生|教师|教師|医师|醫師|医生|主任|专家|[班排连連营營队隊组組厂廠校院站所科处]长|干事|[饲飼][养養][员員]|指导员|技术员|护士|经理|律[师師])';
const before = new RegExp(
  `^(${ORNAMENT}[${HAN}A-Za-z0-9·]{0,22}${PLACE}[ \\u3000]+)(${NAME}(?:[ \\u3000]+${NAME}){0,2})(?:${TRADE})?$`,
);
/** A name; then who that is by profession. */
const behind = new RegExp(
  `^(${ORNAMENT})(${NAME})[ \\u3000]+[${HAN}]{1,10}(?:[师師员員者授医醫家生士]|主任|院长|校长)$`,
);
/** Any other words before a name; names alone; a name and who that is. */
const loosely = new RegExp(`^(${ORNAMENT}[${HAN}]{2,10}[ \\u3000]+)(${NAME})$`);
const several = new RegExp(`^(${ORNAMENT})(${NAME}(?:[ \\u3000、]+${NAME}){1,3})$`);
const called = new RegExp(`^(${ORNAMENT})(${NAME})${TRADE}$`);

/** A word alone: a pen name is any, a longer one ends as such names do. */
const pen = new RegExp(`^([ \\u3000]*)([${HAN}]{2,4}|[${HAN}][ \\u3000]{1,2}[${HAN}])$`);
const styled = /(?:[楼樓斋齋]主|主人|居士|山人|散人|道人|老人|先生|女士|博士)$/;
