// Whole sentences as different people say them, on Monday 23 November 2026 at 10:00, and all that each one means.
// Written from the mouth of each, before the rules that read them.

export interface Meaning {
  /** The present that it assumes; Monday at 10:00 when it says nothing. */
  readonly now?: string;
  readonly at: string;
  readonly space?: string;
  readonly seats?: number;
  readonly with?: string;
  readonly for?: string;
}

export type Voice = readonly [phrase: string, meaning: Meaning];

const MON = '2026-11-23';
const TUE = '2026-11-24';
const WED = '2026-11-25';
const THU = '2026-11-26';
const FRI = '2026-11-27';
const DAY = '09:00-18:00';
const AM = '09:00-12:30';
const PM = '13:30-18:00';

/** The same hours on each of these days. */
export const on = (hours: string, ...dates: readonly string[]): string =>
  dates.map((date) => `${date} ${hours}`).join(', ');

/** From one day to another, both included, every so many days, but these. */
export const from = (first: string, last: string, step: number, ...except: readonly string[]): readonly string[] => {
  const dates: string[] = [];
  const end = Temporal.PlainDate.from(last);
  for (
    let date = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(date, end) <= 0;
    date = date.add({ days: step })
  )
    if (!except.includes(date.toString())) dates.push(date.toString());
  return dates;
};

export const VOICES: Readonly<Record<string, readonly Voice[]>> = {
  'the product book: several slots': [
    ['la semaine prochaine', { at: on(DAY, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['du 3 au 5 mars', { at: on(DAY, '2027-03-03', '2027-03-04', '2027-03-05') }],
    ['mardi matin et jeudi après-midi', { at: `${TUE} ${AM}, ${THU} ${PM}` }],
    ['tous les mardis matin jusqu’au 18 décembre', { at: on(AM, TUE, '2026-12-01', '2026-12-08', '2026-12-15') }],
    ['chaque mardi matin pendant 4 semaines', { at: on(AM, TUE, '2026-12-01', '2026-12-08', '2026-12-15') }],
    ['un jeudi sur deux', { at: on(DAY, ...from(THU, '2027-11-23', 14, '2027-11-11')) }],
    [
      'le premier mardi du mois',
      {
        at: on(
          DAY,
          '2026-12-01',
          '2027-01-05',
          '2027-02-02',
          '2027-03-02',
          '2027-04-06',
          '2027-05-04',
          '2027-06-01',
          '2027-07-06',
          '2027-08-03',
          '2027-09-07',
          '2027-10-05',
          '2027-11-02',
        ),
      },
    ],
    ['dès que possible', { at: 'unclear' }],
  ],
  'short lists, ranges and series': [
    ['lundi et mardi', { at: on(DAY, TUE, '2026-11-30') }],
    ['demain et après-demain', { at: on(DAY, TUE, WED) }],
    ['du lundi au vendredi', { at: on(DAY, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['de lundi à mercredi', { at: on(DAY, '2026-11-30', '2026-12-01', '2026-12-02') }],
    ['les mardis', { at: on(DAY, ...from(TUE, '2027-11-23', 7)) }],
    ['tous les mardis de 14h à 16h', { at: on('14:00-16:00', ...from(TUE, '2027-11-23', 7)) }],
    ['chaque jeudi à 14h', { at: on('14:00-16:00', ...from(THU, '2027-11-23', 7, '2027-05-06', '2027-11-11')) }],
    ['le 3 et le 4', { at: on(DAY, '2026-12-03', '2026-12-04') }],
    ['le 3 et le 5', { at: on(DAY, '2026-12-03') }],
    ['les 3 et 4 mars', { at: on(DAY, '2027-03-03', '2027-03-04') }],
    ['3 et 4 mars', { at: on(DAY, '2027-03-03', '2027-03-04') }],
    ['3-5 mars', { at: on(DAY, '2027-03-03', '2027-03-04', '2027-03-05') }],
    ['du 3 mars au 5 mars', { at: on(DAY, '2027-03-03', '2027-03-04', '2027-03-05') }],
    ['du 30/11 au 04/12', { at: on(DAY, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['jeudi 26 et vendredi 27', { at: on(DAY, THU, FRI) }],
    ['jeudi 26 et 27 novembre', { at: on(DAY, THU, FRI) }],
    ['jeudi matin et après-midi', { at: `${THU} ${AM}, ${THU} ${PM}` }],
    ['jeudi 9h-12h et 14h-16h', { at: `${THU} 09:00-12:00, ${THU} 14:00-16:00` }],
    ['semaine 48', { at: `${MON} 10:00-18:00, ${on(DAY, TUE, WED, THU, FRI)}` }],
    ['semaine du 30 novembre', { at: on(DAY, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['toutes les deux semaines le mardi', { at: on(DAY, ...from(TUE, '2027-11-23', 14)) }],
    ['mardi, mercredi et jeudi', { at: on(DAY, TUE, WED, THU) }],
    ['lundi-mercredi', { at: on(DAY, '2026-11-30', '2026-12-01', '2026-12-02') }],
    ['les 24, 25 et 26 novembre', { at: on(DAY, TUE, WED, THU) }],
    ['24, 25 et 26 novembre', { at: on(DAY, TUE, WED, THU) }],
    ['24, 25 novembre', { at: on(DAY, TUE, WED) }],
    ['du 24 au 26', { at: on(DAY, TUE, WED, THU) }],
    ['lun/mer/ven 9h-12h', { at: on('09:00-12:00', WED, FRI, '2026-11-30') }],
    ['lun mer ven', { at: on(DAY, WED, FRI, '2026-11-30') }],
    ['mardi + mercredi', { at: on(DAY, TUE, WED) }],
    ['3 mardis', { at: on(DAY, TUE, '2026-12-01', '2026-12-08') }],
    ['mardi à mercredi', { at: on(DAY, TUE, WED) }],
    ['les lundis et jeudis matin jusqu’au 7 décembre', { at: on(AM, THU, '2026-11-30', '2026-12-03', '2026-12-07') }],
    ['tous les midis jusqu’à vendredi', { at: on('12:00-14:00', MON, TUE, WED, THU, FRI) }],
    ['tous les matins jusqu’à vendredi', { at: on(AM, TUE, WED, THU, FRI) }],
    ['tous les jours jusqu’au 27', { at: on(DAY, TUE, WED, THU, FRI) }],
    ['chaque premier lundi du mois jusqu’à fin janvier', { at: on(DAY, '2026-12-07', '2027-01-04') }],
    ['le 5 de chaque mois jusqu’en mars', { at: on(DAY, '2027-01-05', '2027-02-05', '2027-03-05') }],
  ],
  'a retired volunteer, in full sentences': [
    [
      'Bonjour, je souhaiterais réserver l’espace d’expression jeudi prochain de 14 heures à 16 heures pour une douzaine de personnes, merci beaucoup',
      { at: '2026-12-03 14:00-16:00', space: 'expression', seats: 12 },
    ],
    [
      'Serait-il possible d’avoir la cuisine mardi en fin de matinée pour préparer le repas des aînés',
      { at: `${TUE} 11:00-12:30`, space: 'cuisine', for: 'préparer le repas des aînés' },
    ],
    [
      'Je viendrai tous les jeudis après-midi jusqu’à Noël pour l’aide aux devoirs',
      { at: on(PM, ...from(THU, '2026-12-24', 7)), for: 'aide aux devoirs' },
    ],
    [
      'Bonjour Madame, est-ce que la grande salle serait libre le mercredi 2 décembre toute la journée ?',
      { at: `2026-12-02 ${DAY}`, space: 'convivialite' },
    ],
    [
      'Pourriez-vous m’inscrire au coworking le mardi et le jeudi matin de la semaine prochaine ?',
      { at: on(AM, '2026-12-01', '2026-12-03'), space: 'coworking' },
    ],
    [
      'Nous nous réunissons le premier lundi du mois à 14 heures, salle d’expression',
      {
        at: on(
          '14:00-16:00',
          '2026-12-07',
          '2027-01-04',
          '2027-02-01',
          '2027-03-01',
          '2027-04-05',
          '2027-05-03',
          '2027-06-07',
          '2027-07-05',
          '2027-08-02',
          '2027-09-06',
          '2027-10-04',
        ),
        space: 'expression',
      },
    ],
    ['Je voudrais venir demain vers quinze heures trente, si cela est possible', { at: `${TUE} 15:30-17:30` }],
    ['Auriez-vous de la place pour moi et mon épouse vendredi matin ?', { at: `${FRI} ${AM}`, seats: 2 }],
    [
      'Le club de tricot aimerait la grande salle un mercredi sur deux de 14 h à 17 h jusqu’à fin mars',
      {
        at: on('14:00-17:00', ...from(WED, '2027-03-31', 14)),
        space: 'convivialite',
        for: 'club de tricot',
      },
    ],
    [
      'Est-il possible de disposer de la cuisine du lundi 7 au mercredi 9 décembre, le matin ?',
      { at: on(AM, '2026-12-07', '2026-12-08', '2026-12-09'), space: 'cuisine' },
    ],
    ['Mercredi en huit à dix heures et demie', { at: '2026-12-02 10:30-12:30' }],
    ['Le lundi en quinze, l’après-midi', { at: `2026-12-14 ${PM}` }],
    ['Je passerai demain et après-demain entre neuf heures et onze heures', { at: on('09:00-11:00', TUE, WED) }],
    [
      'Nous serons huit, le mardi 8 décembre à partir de 14 heures, pour la chorale',
      { at: '2026-12-08 14:00-18:00', seats: 8, for: 'chorale' },
    ],
    ['Veuillez noter ma venue le 10 décembre au matin', { at: `2026-12-10 ${AM}` }],
    ['Je serai là tous les matins de la semaine prochaine', { at: on(AM, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['bonjour, serait-il possible d’avoir une place', { at: 'nothing', seats: 1 }],
    [
      'Pouvez-vous me réserver les mardis 1er, 8 et 15 décembre à 9 h 30 ?',
      { at: on('09:30-11:30', '2026-12-01', '2026-12-08', '2026-12-15') },
    ],
  ],
  'a teenager, texting': [
    ['slt jpeux venir dem aprem avc 2 potes ?', { at: `${TUE} ${PM}`, seats: 3 }],
    ['dispo mercredi aprem pr bosser', { at: `${WED} ${PM}` }],
    ['cowork dem 14h stp', { at: `${TUE} 14:00-16:00`, space: 'coworking' }],
    ['jeu et ven aprem', { at: on(PM, THU, FRI) }],
    ['mer 14h a 17h x3', { at: `${WED} 14:00-17:00`, seats: 3 }],
    ['ts les mercredis aprem jusqu’à Noël', { at: on(PM, ...from(WED, '2026-12-23', 7)) }],
    ['y a moyen demain 10h ?', { at: `${TUE} 10:00-12:00` }],
    ['salle de réu vendredi 15h-17h', { at: `${FRI} 15:00-17:00`, space: 'expression' }],
    ['la cuisine ce midi svp', { at: `${MON} 12:00-14:00`, space: 'cuisine' }],
    ['dem mat + jeudi aprem', { at: `${TUE} ${AM}, ${THU} ${PM}` }],
    ['un ordi dem 9h', { at: `${TUE} 09:00-11:00`, with: 'ordinateur 1' }],
    ['auj 16h', { at: `${MON} 16:00-18:00` }],
    ['mtn', { at: `${MON} 10:00-12:00` }],
    ['asap', { at: 'unclear' }],
    ['apres dem 10h12h', { at: `${WED} 10:00-12:00` }],
    ['moi et Paul demain aprem', { at: `${TUE} ${PM}`, seats: 2 }],
    ['on est 4 sam', { at: '2026-11-28 all day, closed', seats: 4 }],
    ['sem pro lundi 14h', { at: '2026-11-30 14:00-16:00' }],
    ['dem 14-16h coworking avec un ordi', { at: `${TUE} 14:00-16:00`, space: 'coworking', with: 'ordinateur 1' }],
    ['jeudi 15h max 17h', { at: `${THU} 15:00-17:00` }],
    ['coworking jeudi 15h max 17h', { at: `${THU} 15:00-17:00`, space: 'coworking' }],
  ],
  'a town employee, formal': [
    [
      'Réservation de la salle d’expression le 26/11/2026 de 09h00 à 12h00 – 15 participants – réunion des veilleuses',
      { at: `${THU} 09:00-12:00`, space: 'expression', seats: 15, for: 'réunion des veilleuses' },
    ],
    [
      'Le service souhaite disposer du coworking du 01/12 au 03/12',
      { at: on(DAY, '2026-12-01', '2026-12-02', '2026-12-03'), space: 'coworking', for: 'service' },
    ],
    [
      'Besoin de la salle expression le 3/12 et le 10/12 de 14h à 16h',
      { at: on('14:00-16:00', '2026-12-03', '2026-12-10'), space: 'expression' },
    ],
    [
      'Comité technique mardi 1er décembre 2026 9h30 - 11h30',
      { at: '2026-12-01 09:30-11:30', for: 'Comité technique' },
    ],
    [
      'Salle d’expression, semaine du 7 décembre, tous les matins',
      { at: on(AM, ...from('2026-12-07', '2026-12-11', 1)), space: 'expression' },
    ],
    [
      'Permanence hebdomadaire le mardi de 9h à 12h jusqu’au 22 décembre',
      { at: on('09:00-12:00', ...from(TUE, '2026-12-22', 7)), for: 'Permanence hebdomadaire' },
    ],
    [
      'Réunion de service chaque 1er jeudi du mois, 9h-10h, jusqu’en mars',
      { at: on('09:00-10:00', '2026-12-03', '2027-01-07', '2027-02-04', '2027-03-04'), for: 'Réunion de service' },
    ],
    ['Date : 27.11.2026 ; horaire : 10h-12h ; objet : point budget', { at: `${FRI} 10:00-12:00`, for: 'point budget' }],
    ['coworking 24.11', { at: `${TUE} ${DAY}`, space: 'coworking' }],
    [
      'Merci de bloquer la grande salle les 14 et 15 janvier',
      { at: on(DAY, '2027-01-14', '2027-01-15'), space: 'convivialite' },
    ],
    [
      'expression le 2 décembre matin, 6 pers., vidéoprojecteur',
      { at: `2026-12-02 ${AM}`, space: 'expression', seats: 6, with: 'videoprojecteur 1' },
    ],
    [
      'Du 30 novembre au 4 décembre inclus, de 9h à 12h',
      { at: on('09:00-12:00', ...from('2026-11-30', '2026-12-04', 1)) },
    ],
    [
      'À compter du 4 janvier, tous les lundis de 14h à 16h, pendant 6 semaines',
      { at: on('14:00-16:00', ...from('2027-01-04', '2027-02-08', 7)) },
    ],
    [
      'Les lundis et mercredis de décembre, 9h-11h',
      {
        at: on(
          '09:00-11:00',
          '2026-12-02',
          '2026-12-07',
          '2026-12-09',
          '2026-12-14',
          '2026-12-16',
          '2026-12-21',
          '2026-12-23',
          '2026-12-28',
          '2026-12-30',
        ),
      },
    ],
    [
      'Tous les vendredis de 9 h à 11 h hors vacances scolaires jusqu’au 29 janvier',
      {
        at: on(
          '09:00-11:00',
          FRI,
          '2026-12-04',
          '2026-12-11',
          '2026-12-18',
          '2027-01-08',
          '2027-01-15',
          '2027-01-22',
          '2027-01-29',
        ),
      },
    ],
    ['Réserver le bureau 2 jeudi matin', { at: `${THU} ${AM}`, space: 'bureau-2' }],
    [
      'Convivialité mardi 24 et mercredi 25 novembre 12h-14h, 20 personnes',
      { at: on('12:00-14:00', TUE, WED), space: 'convivialite', seats: 20 },
    ],
    ['mercredi 25/11 AM', { at: `${WED} ${AM}` }],
    ['le jeudi 26 courant à 9 h', { at: `${THU} 09:00-11:00` }],
  ],
  'a coworker who works in English': [
    ['book coworking tomorrow morning', { at: `${TUE} ${AM}`, space: 'coworking' }],
    ['coworking demain full day please', { at: `${TUE} ${DAY}`, space: 'coworking' }],
    ['un slot coworking jeudi 2pm', { at: `${THU} 14:00-16:00`, space: 'coworking' }],
    [
      'meeting room vendredi 10am-12pm pour un call client',
      { at: `${FRI} 10:00-12:00`, for: 'meeting room call client' },
    ],
    ['open space lundi et mardi', { at: on(DAY, TUE, '2026-11-30'), space: 'coworking' }],
    ['desk demain from 9h to 12h', { at: `${TUE} 09:00-12:00` }],
    ['coworking today 3pm', { at: `${MON} 15:00-17:00`, space: 'coworking' }],
    ['je book le coworking next week lundi', { at: `2026-11-30 ${DAY}`, space: 'coworking' }],
    ['coworking every mardi jusqu’au 15 décembre', { at: on(DAY, ...from(TUE, '2026-12-15', 7)), space: 'coworking' }],
    ['un desk ASAP', { at: 'unclear' }],
    ['open-space mercredi 9:30 am', { at: `${WED} 09:30-11:30`, space: 'coworking' }],
    [
      'workshop expression jeudi 14h → 17h, 10 pax',
      { at: `${THU} 14:00-17:00`, space: 'expression', seats: 10, for: 'workshop' },
    ],
    ['co-working ce jeudi, half day le matin', { at: `${THU} ${AM}`, space: 'coworking' }],
    ['coworking 26 nov PM', { at: `${THU} ${PM}`, space: 'coworking' }],
  ],
  'dictated, without punctuation': [
    [
      'je voudrais le coworking demain matin et jeudi après-midi pour deux personnes',
      { at: `${TUE} ${AM}, ${THU} ${PM}`, space: 'coworking', seats: 2 },
    ],
    ['réserve moi la cuisine mercredi midi on sera six', { at: `${WED} 12:00-14:00`, space: 'cuisine', seats: 6 }],
    [
      'lundi matin mercredi après-midi et vendredi toute la journée',
      { at: `${WED} ${PM}, ${FRI} ${DAY}, 2026-11-30 ${AM}` },
    ],
    ['coworking mardi neuf heures midi', { at: `${TUE} 09:00-12:00`, space: 'coworking' }],
    [
      'jeudi quatorze heures seize heures trente salle de réunion pour dix personnes avec le vidéoprojecteur',
      { at: `${THU} 14:00-16:30`, space: 'expression', seats: 10, with: 'videoprojecteur 1' },
    ],
    [
      'tous les mardis matin sauf le premier décembre jusqu’au vingt-deux décembre',
      { at: on(AM, TUE, '2026-12-08', '2026-12-15', '2026-12-22') },
    ],
    ['euh demain à neuf heures et quart non pas plus tard que onze heures', { at: `${TUE} 09:15-11:00` }],
    ['je viens du lundi au mercredi', { at: on(DAY, ...from('2026-11-30', '2026-12-02', 1)) }],
    ['coworking demain après-midi à partir de quinze heures', { at: `${TUE} 15:00-18:00`, space: 'coworking' }],
    [
      'la semaine prochaine sauf mercredi au coworking',
      { at: on(DAY, '2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'), space: 'coworking' },
    ],
    ['le vingt-cinq novembre de dix heures à douze heures trente', { at: `${WED} 10:00-12:30` }],
    [
      'le trois le dix et le dix-sept décembre à quatorze heures',
      { at: on('14:00-16:00', '2026-12-03', '2026-12-10', '2026-12-17') },
    ],
    ['chaque vendredi après-midi pendant cinq semaines', { at: on(PM, FRI, '2026-12-04', '2026-12-11', '2026-12-18') }],
    [
      'toutes les semaines le jeudi de quatorze heures à quinze heures jusqu’à fin décembre',
      { at: on('14:00-15:00', ...from(THU, '2026-12-31', 7)) },
    ],
    ['dans deux semaines mardi matin', { at: `2026-12-08 ${AM}` }],
    ['après-demain une heure à partir de dix heures', { at: `${WED} 10:00-11:00` }],
    ['demain dix heures trente midi', { at: `${TUE} 10:30-12:00` }],
    ['cet après-midi de quinze à dix-sept heures', { at: `${MON} 15:00-17:00` }],
  ],
  'IN CAPITALS': [
    ['RESERVER COWORKING DEMAIN ET JEUDI 14H-16H', { at: on('14:00-16:00', TUE, THU), space: 'coworking' }],
    ['SALLE EXPRESSION LE 2 DECEMBRE DE 9H A 11H', { at: '2026-12-02 09:00-11:00', space: 'expression' }],
    ['TOUS LES LUNDIS JUSQU’AU 21 DECEMBRE', { at: on(DAY, ...from('2026-11-30', '2026-12-21', 7)) }],
    ['BUREAU DEMAIN MATIN', { at: `${TUE} ${AM}` }],
    ['COWORKING DU 1ER AU 3 DECEMBRE', { at: on(DAY, ...from('2026-12-01', '2026-12-03', 1)), space: 'coworking' }],
    ['CUISINE JEUDI MIDI 8 PERSONNES', { at: `${THU} 12:00-14:00`, space: 'cuisine', seats: 8 }],
    ['URGENT COWORKING MAINTENANT', { at: `${MON} 10:00-12:00`, space: 'coworking', for: 'URGENT' }],
    ['VENDREDI 14H30 A 16H AVEC VIDEOPROJECTEUR', { at: `${FRI} 14:30-16:00`, with: 'videoprojecteur 1' }],
    ['UN MARDI SUR DEUX JUSQU’AU 19 JANVIER', { at: on(DAY, ...from(TUE, '2027-01-19', 14)) }],
    ['LUNDI MARDI MERCREDI 9H-12H', { at: on('09:00-12:00', TUE, WED, '2026-11-30') }],
  ],
  'someone in a hurry': [
    ['cowork demain', { at: `${TUE} ${DAY}`, space: 'coworking' }],
    ['expr. jeudi 14-16', { at: `${THU} 14:00-16:00`, space: 'expression' }],
    ['coworking 9h30', { at: `${TUE} 09:30-11:30`, space: 'coworking' }],
    ['demain, jeudi et vendredi matin coworking', { at: on(AM, TUE, THU, FRI), space: 'coworking' }],
    ['24/11 et 26/11', { at: on(DAY, TUE, THU) }],
    ['24-26 nov', { at: on(DAY, TUE, WED, THU) }],
    ['24, 25, 27 nov 9h-11h', { at: on('09:00-11:00', TUE, WED, FRI) }],
    ['jeudi 9h-11h puis 14h-16h', { at: `${THU} 09:00-11:00, ${THU} 14:00-16:00` }],
    ['mardi matin/jeudi matin', { at: on(AM, TUE, THU) }],
    ['sem. prochaine mardi et jeudi', { at: on(DAY, '2026-12-01', '2026-12-03') }],
    ['lun-ven sem pro', { at: on(DAY, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['1 mardi/2', { at: on(DAY, ...from(TUE, '2027-11-23', 14)) }],
    ['coworking demain 2h', { at: 'unclear', space: 'coworking' }],
    ['9-12 demain', { at: `${TUE} 09:00-12:00` }],
    ['demain 9h → 11h30 + jeudi 14h → 16h', { at: `${TUE} 09:00-11:30, ${THU} 14:00-16:00` }],
    ['matin 24/11 & aprem 25/11', { at: `${TUE} ${AM}, ${WED} ${PM}` }],
    ['réserver un ordi demain', { at: `${TUE} ${DAY}`, with: 'ordinateur 1' }],
    ['espace d expression apres-demain 10h12h', { at: `${WED} 10:00-12:00`, space: 'expression' }],
    ['mardis 9h-12h x4', { at: on('09:00-12:00', ...from(TUE, '2027-11-23', 7)), seats: 4 }],
    ['jeudi ou vendredi aprem', { at: 'unclear' }],
    ['dqp', { at: 'unclear' }],
    ['la cuisine dès que possible', { at: 'unclear', space: 'cuisine' }],
  ],
  'the treasurer of an association: lists and series': [
    ['mardi matin et jeudi après-midi', { at: `${TUE} ${AM}, ${THU} ${PM}` }],
    [
      'les mardis et jeudis de 18h à 20h jusqu’au 3 décembre',
      { at: `${on('18:00-20:00', TUE, THU, '2026-12-01', '2026-12-03')}, closed` },
    ],
    [
      'tous les lundis matin sauf le 28 décembre jusqu’au 11 janvier',
      { at: on(AM, '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2027-01-04', '2027-01-11') },
    ],
    ['le mardi matin, toutes les deux semaines, jusqu’à fin janvier', { at: on(AM, ...from(TUE, '2027-01-31', 14)) }],
    ['une semaine sur deux le jeudi à 14h, 4 fois', { at: on('14:00-16:00', ...from(THU, '2027-01-07', 14)) }],
    [
      'chaque dernier vendredi du mois à 10h jusqu’à fin mars',
      { at: on('10:00-12:00', FRI, '2027-01-29', '2027-02-26', '2027-03-26') },
    ],
    ['tous les jeudis jusqu’aux vacances de Noël', { at: on(DAY, ...from(THU, '2026-12-17', 7)) }],
    ['les 3 prochains jeudis', { at: on(DAY, THU, '2026-12-03', '2026-12-10') }],
    ['10 séances le mardi de 9h à 10h', { at: on('09:00-10:00', ...from(TUE, '2027-01-26', 7)) }],
    ['tous les mercredis de janvier', { at: on(DAY, '2027-01-06', '2027-01-13', '2027-01-20', '2027-01-27') }],
    ['AG le 15 janvier ou le 22 janvier', { at: 'unclear', for: 'AG' }],
    ['les lundis 7 et 14 décembre après-midi', { at: on(PM, '2026-12-07', '2026-12-14') }],
    ['du mardi 1er au jeudi 3 décembre, 14h-17h', { at: on('14:00-17:00', '2026-12-01', '2026-12-02', '2026-12-03') }],
    [
      'le premier et le troisième mardi du mois jusqu’à fin février',
      { at: on(DAY, '2026-12-01', '2026-12-15', '2027-01-05', '2027-01-19', '2027-02-02', '2027-02-16') },
    ],
    [
      'tous les quinze jours le vendredi, du 4 décembre au 29 janvier',
      { at: on(DAY, '2026-12-04', '2026-12-18', '2027-01-15', '2027-01-29') },
    ],
    [
      'tous les mardis à 14h30 pendant 1h jusqu’au 15 décembre',
      { at: on('14:30-15:30', ...from(TUE, '2026-12-15', 7)) },
    ],
    [
      'le mardi et le jeudi de 10h à 12h pendant 3 semaines',
      { at: on('10:00-12:00', TUE, THU, '2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10') },
    ],
    ['tous les matins du 7 au 11 décembre', { at: on(AM, ...from('2026-12-07', '2026-12-11', 1)) }],
    ['du 21 au 26 décembre', { at: on(DAY, ...from('2026-12-21', '2026-12-24', 1)) }],
    ['les 24 et 31 décembre au matin', { at: on(AM, '2026-12-24', '2026-12-31') }],
    ['chaque jeudi à 14h jusqu’à la fin de l’année', { at: on('14:00-16:00', ...from(THU, '2026-12-31', 7)) }],
    [
      'tous les jours de 9h à 12h jusqu’au 4 décembre',
      { at: on('09:00-12:00', ...from(TUE, '2026-12-04', 1, '2026-11-28', '2026-11-29')) },
    ],
    ['deux jeudis sur trois', { at: 'unclear' }],
    [
      'mardi 1er, mercredi 2 et vendredi 4 décembre à 9h',
      { at: on('09:00-11:00', '2026-12-01', '2026-12-02', '2026-12-04') },
    ],
  ],
  'a trainer who plans': [
    [
      'Formation Excel coworking lundi 30 et mardi 1er décembre 9h-17h, 8 stagiaires, 2 ordinateurs',
      {
        at: on('09:00-17:00', '2026-11-30', '2026-12-01'),
        space: 'coworking',
        seats: 8,
        with: 'ordinateur 2',
        for: 'Formation Excel',
      },
    ],
    [
      'atelier CV en salle d’expression jeudi de 9h30 à midi, une dizaine de participants',
      { at: `${THU} 09:30-12:00`, space: 'expression', seats: 10, for: 'atelier CV' },
    ],
    ['trois matinées : 24, 25 et 26 novembre', { at: on(AM, TUE, WED, THU) }],
    ['demain 9h-12h et 13h30-17h', { at: `${TUE} 09:00-12:00, ${TUE} 13:30-17:00` }],
    ['demain matin et après-midi', { at: `${TUE} ${AM}, ${TUE} ${PM}` }],
    ['jeudi 3 et 10 décembre de 14h à 17h', { at: on('14:00-17:00', '2026-12-03', '2026-12-10') }],
    ['tous les jeudis de décembre sauf le 24 et le 31', { at: on(DAY, '2026-12-03', '2026-12-10', '2026-12-17') }],
    [
      'expression du 5 au 9 janvier 2027, sauf le mercredi',
      { at: on(DAY, '2027-01-05', '2027-01-07', '2027-01-08'), space: 'expression' },
    ],
    [
      'chaque mardi matin pendant 4 semaines à partir du 1er décembre',
      { at: on(AM, ...from('2026-12-01', '2026-12-22', 7)) },
    ],
    [
      'mardi 14h-17h avec 2 ordis et le vidéoproj',
      { at: `${TUE} 14:00-17:00`, with: 'ordinateur 2, videoprojecteur 1' },
    ],
    ['session de 3h jeudi à partir de 9h', { at: `${THU} 09:00-12:00`, for: 'session' }],
    ['jeudi 26 de 9h à 12h puis vendredi 27 de 14h à 16h', { at: `${THU} 09:00-12:00, ${FRI} 14:00-16:00` }],
    ['à partir de jeudi, 3 jours de suite', { at: on(DAY, THU, FRI) }],
    ['jeudi et vendredi, journée entière', { at: on(DAY, THU, FRI) }],
    ['demain et jeudi 14h-16h', { at: on('14:00-16:00', TUE, THU) }],
  ],
  'with slips and lost accents': [
    ['je voudrait reserver le co-working pour demin matin', { at: `${TUE} ${AM}`, space: 'coworking' }],
    ['tout les mardi matin jusquau 15 decembre', { at: on(AM, ...from(TUE, '2026-12-15', 7)) }],
    ['salle d’expresion jeudi aprés-midi', { at: `${THU} ${PM}`, space: 'expression' }],
    ['mecredi et vendrdi matin', { at: on(AM, WED, FRI) }],
    ['la semaine prochane', { at: on(DAY, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['chaques jeudi a 14h jusqu a noel', { at: on('14:00-16:00', ...from(THU, '2026-12-24', 7)) }],
    [
      'espase coworking du 1 au 3 decenbre',
      { at: on(DAY, '2026-12-01', '2026-12-02', '2026-12-03'), space: 'coworking' },
    ],
    ['demain aprem a partire de 15h', { at: `${TUE} 15:00-18:00` }],
    ['un mardi sur 2 jusquà fin janvier', { at: on(DAY, ...from(TUE, '2027-01-31', 14)) }],
    ['ma rdv mardi 10h', { at: `${TUE} 10:00-12:00`, for: 'ma rdv' }],
  ],
  'weeks, ends of weeks and of months': [
    ['la semaine prochaine', { at: on(DAY, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['toute la semaine prochaine, le matin', { at: on(AM, ...from('2026-11-30', '2026-12-04', 1)) }],
    [
      'tous les jours de la semaine prochaine de 9h à 12h',
      { at: on('09:00-12:00', ...from('2026-11-30', '2026-12-04', 1)) },
    ],
    ['cette semaine', { at: `${MON} 10:00-18:00, ${on(DAY, TUE, WED, THU, FRI)}` }],
    ['la semaine du 14 décembre', { at: on(DAY, ...from('2026-12-14', '2026-12-18', 1)) }],
    ['semaine 50', { at: on(DAY, ...from('2026-12-07', '2026-12-11', 1)) }],
    ['dans deux semaines, du lundi au mercredi', { at: on(DAY, '2026-12-07', '2026-12-08', '2026-12-09') }],
    ['du lundi au vendredi de la semaine prochaine', { at: on(DAY, ...from('2026-11-30', '2026-12-04', 1)) }],
    ['la semaine prochaine du mardi au jeudi', { at: on(DAY, '2026-12-01', '2026-12-02', '2026-12-03') }],
    ['ce week-end', { at: '2026-11-28 all day, 2026-11-29 all day, closed' }],
    ['d’aujourd’hui à jeudi', { at: `${MON} 10:00-18:00, ${on(DAY, TUE, WED, THU)}` }],
    ['de demain à vendredi, 14h-16h', { at: on('14:00-16:00', TUE, WED, THU, FRI) }],
    ['le mois prochain', { at: 'unclear' }],
    ['tous les lundis de l’année prochaine', { at: 'unclear' }],
    ['la première semaine de janvier', { at: on(DAY, ...from('2027-01-04', '2027-01-08', 1)) }],
  ],
};
