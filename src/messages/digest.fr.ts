// The veilleuses' weekly digest: initiatives by their number and their title, by district. Nobody outside the team is named.
import type { Digest, DigestLine } from '../core/announcements/model.ts';
import type { Place } from '../place/model.ts';
import { codesOf } from '../place/sheet-codes.ts';
import { type Block, heading, type Line, list, p, type Reply, say, strong } from '../reply/tree.ts';
import { sheetName } from './sheet-words.fr.ts';
import { count, duration, shortDay } from './words.fr.ts';

const NBSP = '\u00a0';
const MOST = 20;

const districtName = (place: Place, key: string): string =>
  codesOf(place, 'district').find((each) => each.key === key)?.name ?? (key === '' ? 'Quartier à préciser' : key);

/** « Val d’Aran : I-042 (« Repair café ») » */
const byDistrict = (place: Place, all: readonly DigestLine[]): readonly Line[] => {
  const shown = all.slice(0, MOST);
  const groups = [...Map.groupBy(shown, ({ district }) => district)];
  const lines = groups.map(
    ([key, initiatives]): Line => [
      strong(districtName(place, key)),
      `${NBSP}: ${initiatives.map(({ number, title }) => sheetName({ kind: 'initiative', number, title })).join(', ')}`,
    ],
  );
  return all.length > MOST ? [...lines, [`… et ${all.length - MOST} de plus.`]] : lines;
};

const section = (title: string, lines: readonly Line[]): readonly Block[] =>
  lines.length === 0 ? [] : [p(strong(title)), list(lines)];

export const digestReply = (place: Place, { start, end, noted, silent, silentFor, links }: Digest): Reply => {
  const pairs = links.slice(0, MOST).map(({ first, second }): Line => [`${sheetName(first)} et ${sheetName(second)}`]);
  const isEmpty = noted.length + silent.length + links.length === 0;
  return say(
    'info',
    heading('La semaine des veilleuses'),
    p(`Du ${shortDay(start)} au ${shortDay(end.subtract({ days: 1 }))}.`),
    ...section(`${count(noted.length, 'nouvelle initiative', 'nouvelles initiatives')}`, byDistrict(place, noted)),
    ...section(
      `${count(silent.length, 'initiative', 'initiatives')} sans nouvelles depuis ${duration(silentFor)}`,
      byDistrict(place, silent),
    ),
    ...section(
      `${count(links.length, 'rapprochement proposé', 'rapprochements proposés')}`,
      links.length > MOST ? [...pairs, [`… et ${links.length - MOST} de plus.`]] : pairs,
    ),
    ...(isEmpty ? [p('Plus rien à signaler\u00a0: tout a été repris depuis.')] : []),
  );
};
