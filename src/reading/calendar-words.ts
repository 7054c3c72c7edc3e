// The words of days: names, months, numbers, and how they are shortened. Folded: no accent, no capital.

type Numbered = Readonly<Record<string, number>>;

const table = (rows: Numbered): ReadonlyMap<string, number> => new Map(Object.entries(rows));

/** ISO: 1 is Monday. */
export const WEEKDAYS = table({ lundi: 1, mardi: 2, mercredi: 3, jeudi: 4, vendredi: 5, samedi: 6, dimanche: 7 });

/** « les mardis »: one a week, so never a single slot. */
export const WEEKDAY_PLURALS = table({
  lundis: 1,
  mardis: 2,
  mercredis: 3,
  jeudis: 4,
  vendredis: 5,
  samedis: 6,
  dimanches: 7,
});

/** Also words of their own (« mer », « jeu »): read as days only where something around says so. */
export const SHORT_WEEKDAYS = table({ lun: 1, mar: 2, mer: 3, merc: 3, jeu: 4, ven: 5, vend: 5, sam: 6, dim: 7 });

export const MONTHS = table({
  janvier: 1,
  fevrier: 2,
  mars: 3,
  avril: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  aout: 8,
  septembre: 9,
  octobre: 10,
  novembre: 11,
  decembre: 12,
  jan: 1,
  janv: 1,
  fev: 2,
  fevr: 2,
  mar: 3,
  avr: 4,
  juil: 7,
  juill: 7,
  aou: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
});

/** Days counted from today. */
export const RELATIVE_DAYS = table({
  aujourdhui: 0,
  auj: 0,
  ajd: 0,
  aujd: 0,
  today: 0,
  demain: 1,
  tomorrow: 1,
  dem: 1,
  demains: 1,
  dmain: 1,
  surlendemain: 2,
  apresdemain: 2,
  hier: -1,
  avanthier: -2,
});

export const ORDINALS = table({
  premier: 1,
  premiere: 1,
  second: 2,
  deuxieme: 2,
  troisieme: 3,
  quatrieme: 4,
  dernier: -1,
});

export const UNITS_OF_DAYS = new Set(['jour', 'jours', 'j', 'jrs']);
export const UNITS_OF_WEEKS = new Set(['semaine', 'semaines', 'sem']);

const ONES = [
  'zero',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];

/** Those that a number is spelled with; « vingt et un » is put together by numberAt. */
export const SPELLED = table({
  ...Object.fromEntries(ONES.map((word, value) => [word, value])),
  une: 1,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
});
