// Sentences of people who had never seen the bot, read once before any rule was touched for them: what they scored then
// says more than what they score now (see the test).
import { from, on, type Voice } from './voices.ts';

const MON = '2026-11-23';
const TUE = '2026-11-24';
const WED = '2026-11-25';
const THU = '2026-11-26';
const FRI = '2026-11-27';
const DAY = '09:00-18:00';
const AM = '09:00-12:30';
const PM = '13:30-18:00';

export const STRANGERS: Readonly<Record<string, readonly Voice[]>> = {
  'one time, said in passing': [
    ['je passe demain en début d’après-midi', { at: `${TUE} 13:30-15:30` }],
    ['on peut se voir au coworking vendredi vers 10h ?', { at: `${FRI} 10:00-12:00`, space: 'coworking' }],
    ['coworking jeudi, j’arrive à 9h et je repars à midi', { at: `${THU} 09:00-12:00`, space: 'coworking' }],
    [
      'Il me faudrait la salle d’expression lundi prochain de 18h à 20h',
      { at: '2026-11-30 18:00-20:00, closed', space: 'expression' },
    ],
    [
      'réunion de bureau mardi 8 décembre 17h, salle d’expression',
      { at: '2026-12-08 17:00-18:00', space: 'expression', for: 'réunion de bureau' },
    ],
    ['réserver coworking mercredi toute la journée pour deux', { at: `${WED} ${DAY}`, space: 'coworking', seats: 2 }],
    ['une place demain de 9 heures à 17 heures svp', { at: `${TUE} 09:00-17:00`, seats: 1 }],
    ['cuisine samedi midi', { at: '2026-11-28 12:00-14:00, closed', space: 'cuisine' }],
    ['coworking demain matin, je viens avec ma collègue', { at: `${TUE} ${AM}`, space: 'coworking', seats: 2 }],
    [
      'espace expression vendredi après-midi pour un atelier d’écriture',
      { at: `${FRI} ${PM}`, space: 'expression', for: 'atelier d’écriture' },
    ],
    [
      'Peut-on avoir la grande salle le 18 décembre pour le repas de Noël ?',
      { at: `2026-12-18 ${DAY}`, space: 'convivialite', for: 'repas de Noël' },
    ],
    ['besoin du coworking après-demain dès 9h', { at: `${WED} 09:00-18:00`, space: 'coworking' }],
    ['coworking 27/11 9h30-11h30 x 2', { at: `${FRI} 09:30-11:30`, space: 'coworking', seats: 2 }],
    [
      'salle d’expression le jeudi 10 décembre, 9h – 17h, 25 pers, formation premiers secours',
      { at: '2026-12-10 09:00-17:00', space: 'expression', seats: 25, for: 'formation premiers secours' },
    ],
    ['c’est possible de venir bosser au coworking cet aprem ?', { at: `${MON} ${PM}`, space: 'coworking' }],
    ['Coworking pour la journée de mardi', { at: `${TUE} ${DAY}`, space: 'coworking' }],
    ['mardi prochain à partir de 14h jusqu’à la fermeture', { at: '2026-12-01 14:00-18:00' }],
    ['d’ici une heure', { at: `${MON} 11:00-13:00` }],
    ['dans trois semaines le jeudi', { at: `2026-12-17 ${DAY}` }],
    ['le 1er décembre de 10 à 12', { at: '2026-12-01 10:00-12:00' }],
    ['mercredi 14h/17h coworking', { at: `${WED} 14:00-17:00`, space: 'coworking' }],
    ['vendredi 4/12 matin', { at: `2026-12-04 ${AM}` }],
    ['lundi 30 novembre au matin, à 3', { at: `2026-11-30 ${AM}`, seats: 3 }],
    [
      'demain midi pour déjeuner à la cuisine à 5',
      { at: `${TUE} 12:00-14:00`, space: 'cuisine', seats: 5, for: 'déjeuner' },
    ],
    ['je réserve le coworking de demain 13h30 à 17h', { at: `${TUE} 13:30-17:00`, space: 'coworking' }],
    ['je serai deux heures au coworking jeudi à partir de 10h', { at: `${THU} 10:00-12:00`, space: 'coworking' }],
    ['coworking jeudi onze heures trente', { at: `${THU} 11:30-13:30`, space: 'coworking' }],
    ['salle pour 6 personnes mercredi 9h-10h30', { at: `${WED} 09:00-10:30`, seats: 6 }],
    ['2 places coworking mardi 1er décembre', { at: `2026-12-01 ${DAY}`, space: 'coworking', seats: 2 }],
    [
      'vidéoproj + salle expression jeudi 14h',
      { at: `${THU} 14:00-16:00`, space: 'expression', with: 'videoprojecteur 1' },
    ],
    ['coworking avec ordinateur mardi après midi', { at: `${TUE} ${PM}`, space: 'coworking', with: 'ordinateur 1' }],
    ['je veux un pc au coworking vendredi 10h', { at: `${FRI} 10:00-12:00`, space: 'coworking', with: 'ordinateur 1' }],
    ['coworking le 30', { at: `2026-11-30 ${DAY}`, space: 'coworking' }],
    ['au coworking ce mercredi 25 de 9h à 12h30', { at: `${WED} 09:00-12:30`, space: 'coworking' }],
    ['expression mardi 24 nov. 10h00/11h30', { at: `${TUE} 10:00-11:30`, space: 'expression' }],
    ['le mardi 5 janvier 2027 à 14 h 15', { at: '2027-01-05 14:15-16:15' }],
    ['en fin de journée jeudi', { at: `${THU} 16:00-18:00` }],
    ['dispo lundi matin ?', { at: `2026-11-30 ${AM}` }],
    [
      'Je souhaite réserver une place en coworking le 2 décembre 2026 de 09:00 à 12:00. Merci.',
      { at: '2026-12-02 09:00-12:00', space: 'coworking', seats: 1 },
    ],
    ['demain 9h30 10h30', { at: `${TUE} 09:30-10:30` }],
    ['9h demain pour 1h30', { at: `${TUE} 09:00-10:30` }],
    ['aprem de jeudi', { at: `${THU} ${PM}` }],
    ['jeudi, de 14h30 à 15h45 précises, point d’équipe', { at: `${THU} 14:30-15:45`, for: 'point d’équipe' }],
    ['après le 1er décembre', { at: 'unclear' }],
    ['un mercredi en janvier', { at: 'unclear' }],
    ['mercredi en fin de matinée pour moi seule', { at: `${WED} 11:00-12:30`, seats: 1 }],
    ['jeudi à 10h pour une heure et demie avec un client', { at: `${THU} 10:00-11:30`, for: 'avec un client' }],
    ['12h-14h vendredi cuisine pour 8', { at: `${FRI} 12:00-14:00`, space: 'cuisine', seats: 8 }],
    ['dimanche prochain', { at: '2026-12-06 all day, closed' }],
    ['avant-hier', { at: '2026-11-21 all day, past' }],
  ],
  'several days, said as they come': [
    ['je viens mardi, jeudi et vendredi', { at: on(DAY, TUE, THU, FRI) }],
    ['coworking mardi et jeudi après-midi', { at: on(PM, TUE, THU), space: 'coworking' }],
    [
      'coworking demain 9h-12h et vendredi 14h-18h',
      { at: `${TUE} 09:00-12:00, ${FRI} 14:00-18:00`, space: 'coworking' },
    ],
    ['mercredi et jeudi toute la journée, coworking', { at: on(DAY, WED, THU), space: 'coworking' }],
    ['le 1er, le 2 et le 3 décembre', { at: on(DAY, '2026-12-01', '2026-12-02', '2026-12-03') }],
    ['le 30 novembre et le 1er décembre de 9h à 17h', { at: on('09:00-17:00', '2026-11-30', '2026-12-01') }],
    ['du mardi 24 au vendredi 27', { at: on(DAY, TUE, WED, THU, FRI) }],
    ['du 7 au 9 décembre, l’après-midi', { at: on(PM, '2026-12-07', '2026-12-08', '2026-12-09') }],
    ['du 14/12 au 18/12 de 9h à 12h', { at: on('09:00-12:00', ...from('2026-12-14', '2026-12-18', 1)) }],
    ['de mardi à jeudi', { at: on(DAY, TUE, WED, THU) }],
    ['mardi au jeudi matin', { at: on(AM, TUE, WED, THU) }],
    ['cette semaine mercredi et vendredi', { at: on(DAY, WED, FRI) }],
    ['la semaine prochaine mardi matin et jeudi matin', { at: on(AM, '2026-12-01', '2026-12-03') }],
    ['jeudi et vendredi de la semaine prochaine', { at: on(DAY, '2026-12-03', '2026-12-04') }],
    ['mardi 9h et jeudi 14h', { at: `${TUE} 09:00-11:00, ${THU} 14:00-16:00` }],
    ['demain à 10h et à 15h', { at: `${TUE} 10:00-12:00, ${TUE} 15:00-17:00` }],
    ['2 créneaux : mardi 9h-10h et mardi 16h-17h', { at: `${TUE} 09:00-10:00, ${TUE} 16:00-17:00`, for: '2 créneaux' }],
    ['mardi 24/11 et mercredi 25/11, 9h-12h', { at: on('09:00-12:00', TUE, WED) }],
    ['les après-midi de mardi et mercredi', { at: on(PM, TUE, WED) }],
    ['demain matin, mercredi matin et jeudi après-midi', { at: `${TUE} ${AM}, ${WED} ${AM}, ${THU} ${PM}` }],
    ['coworking le 26 et le 27 novembre pour 2 personnes', { at: on(DAY, THU, FRI), space: 'coworking', seats: 2 }],
    ['lundi 7, mardi 8 et jeudi 10 décembre', { at: on(DAY, '2026-12-07', '2026-12-08', '2026-12-10') }],
    [
      'lundi, mardi, mercredi de la semaine prochaine, de 9 à 12h',
      { at: on('09:00-12:00', '2026-11-30', '2026-12-01', '2026-12-02') },
    ],
    ['toute la semaine du 7 décembre', { at: on(DAY, ...from('2026-12-07', '2026-12-11', 1)) }],
    ['jeudi pendant 2 jours', { at: on(DAY, THU, FRI) }],
    ['mardi de 9h à 12h et de 14h à 17h', { at: `${TUE} 09:00-12:00, ${TUE} 14:00-17:00` }],
    ['lundi ou mardi', { at: 'unclear' }],
    ['entre le 1er et le 3 décembre', { at: on(DAY, '2026-12-01', '2026-12-02', '2026-12-03') }],
    [
      'les 2 et 3 décembre 14h-16h salle de réunion',
      { at: on('14:00-16:00', '2026-12-02', '2026-12-03'), space: 'expression' },
    ],
    ['vendredi 27 et lundi 30 novembre', { at: on(DAY, FRI, '2026-11-30') }],
    ['aujourd’hui et demain', { at: `${MON} 10:00-18:00, ${TUE} ${DAY}` }],
    ['cet après-midi et demain matin', { at: `${MON} ${PM}, ${TUE} ${AM}` }],
    ['demain et vendredi à la même heure', { at: 'unclear' }],
    ['les 3 premiers jours de décembre', { at: on(DAY, '2026-12-01', '2026-12-02', '2026-12-03') }],
    [
      'mercredi 2, 9 et 16 décembre de 14h à 15h30',
      { at: on('14:00-15:30', '2026-12-02', '2026-12-09', '2026-12-16') },
    ],
    ['vendredi midi et vendredi soir', { at: `${FRI} 12:00-14:00` }],
    [
      'du lundi 30 novembre au mercredi 2 décembre 2026 inclus',
      { at: on(DAY, '2026-11-30', '2026-12-01', '2026-12-02') },
    ],
    ['24 et 25/11', { at: on(DAY, TUE, WED) }],
    ['24/11, 25/11 et 26/11 matin', { at: on(AM, TUE, WED, THU) }],
    ['de demain jusqu’à vendredi', { at: on(DAY, TUE, WED, THU, FRI) }],
  ],
  'what comes back': [
    [
      'coworking tous les lundis',
      {
        at: on(DAY, ...from('2026-11-30', '2027-11-23', 7, '2027-03-29', '2027-05-17', '2027-11-01')),
        space: 'coworking',
      },
    ],
    ['tous les jeudis de 9h à 12h jusqu’à fin janvier', { at: on('09:00-12:00', ...from(THU, '2027-01-28', 7)) }],
    ['chaque mercredi après-midi jusqu’aux vacances de Noël', { at: on(PM, ...from(WED, '2026-12-16', 7)) }],
    [
      'tous les mardis et jeudis matin jusqu’au 10 décembre',
      { at: on(AM, TUE, THU, '2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10') },
    ],
    ['le jeudi toutes les deux semaines jusqu’au 15 janvier', { at: on(DAY, ...from(THU, '2027-01-15', 14)) }],
    [
      'un vendredi sur deux à 9h jusqu’en février',
      { at: on('09:00-11:00', ...from(FRI, '2027-02-28', 14, '2026-12-25')) },
    ],
    [
      'tous les premiers jeudis du mois de 14h à 16h jusqu’à fin mars',
      { at: on('14:00-16:00', '2026-12-03', '2027-01-07', '2027-02-04', '2027-03-04') },
    ],
    [
      'le deuxième mardi de chaque mois jusqu’à fin mars',
      { at: on(DAY, '2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09') },
    ],
    [
      'le 3e jeudi du mois, 18h, jusqu’à fin janvier',
      { at: `${on('18:00-20:00', '2026-12-17', '2027-01-21')}, closed` },
    ],
    ['tous les mercredis pendant deux mois', { at: on(DAY, ...from(WED, '2027-01-24', 7)) }],
    ['mardi matin pendant 6 semaines', { at: on(AM, ...from(TUE, '2026-12-29', 7)) }],
    ['les 4 prochains mardis de 10h à 11h', { at: on('10:00-11:00', ...from(TUE, '2026-12-15', 7)) }],
    ['tous les jours à midi cette semaine', { at: on('12:00-14:00', MON, TUE, WED, THU, FRI) }],
    ['tous les matins cette semaine', { at: `${MON} 10:00-12:30, ${on(AM, TUE, WED, THU, FRI)}` }],
    ['chaque après-midi la semaine prochaine', { at: on(PM, ...from('2026-11-30', '2026-12-04', 1)) }],
    [
      'tous les mardis sauf pendant les vacances scolaires, jusqu’au 26 janvier',
      {
        at: on(
          DAY,
          TUE,
          '2026-12-01',
          '2026-12-08',
          '2026-12-15',
          '2027-01-05',
          '2027-01-12',
          '2027-01-19',
          '2027-01-26',
        ),
      },
    ],
    ['tous les vendredis matin sauf le 11 décembre jusqu’à Noël', { at: on(AM, FRI, '2026-12-04', '2026-12-18') }],
    ['la semaine prochaine sauf lundi et mardi', { at: on(DAY, '2026-12-02', '2026-12-03', '2026-12-04') }],
    [
      'du 30 novembre au 11 décembre sauf les mercredis',
      { at: on(DAY, ...from('2026-11-30', '2026-12-11', 1, '2026-12-02', '2026-12-05', '2026-12-06', '2026-12-09')) },
    ],
    ['chaque lundi à 14h, 5 fois', { at: on('14:00-16:00', ...from('2026-11-30', '2026-12-28', 7)) }],
    ['5 fois le mardi à 9h', { at: on('09:00-11:00', ...from(TUE, '2026-12-22', 7)) }],
    ['un lundi sur trois jusqu’à fin février', { at: on(DAY, ...from('2026-11-30', '2027-02-28', 21)) }],
    ['tous les 15 jours le mercredi matin jusqu’au 20 janvier', { at: on(AM, ...from(WED, '2027-01-20', 14)) }],
    [
      'à partir de janvier, tous les mardis de 9h à 10h jusqu’au 26',
      { at: on('09:00-10:00', ...from('2027-01-05', '2027-01-26', 7)) },
    ],
    [
      'à partir du 5 janvier tous les mardis matin pendant 3 semaines',
      { at: on(AM, '2027-01-05', '2027-01-12', '2027-01-19') },
    ],
    ['tous les mardis de janvier', { at: on(DAY, '2027-01-05', '2027-01-12', '2027-01-19', '2027-01-26') }],
    ['tous les jeudis en décembre à 14h', { at: on('14:00-16:00', ...from('2026-12-03', '2026-12-31', 7)) }],
    [
      'chaque semaine le vendredi de 16h à 18h jusqu’au 18 décembre',
      { at: on('16:00-18:00', FRI, '2026-12-04', '2026-12-11', '2026-12-18') },
    ],
    ['toutes les semaines', { at: 'unclear' }],
    ['deux mardis par mois', { at: 'unclear' }],
    [
      'permanence tous les mercredis 9h-12h jusqu’au 16/12, salle d’expression',
      { at: on('09:00-12:00', ...from(WED, '2026-12-16', 7)), space: 'expression', for: 'permanence' },
    ],
    [
      'chorale chaque jeudi 16h-18h jusqu’à fin décembre pour 20 personnes en convivialité',
      { at: on('16:00-18:00', ...from(THU, '2026-12-31', 7)), space: 'convivialite', seats: 20, for: 'chorale' },
    ],
    ['coworking du lundi au jeudi chaque semaine', { at: 'unclear', space: 'coworking' }],
    [
      'tous les lundis, mardis et jeudis pendant 2 semaines',
      { at: on(DAY, TUE, THU, '2026-11-30', '2026-12-01', '2026-12-03', '2026-12-07') },
    ],
    ['le premier et le dernier vendredi du mois jusqu’à fin janvier', { at: on(DAY, FRI, '2026-12-04', '2027-01-29') }],
    ['tous les mardis du 1er décembre au 5 janvier', { at: on(DAY, ...from('2026-12-01', '2027-01-05', 7)) }],
    ['chaque jour de 9h à 10h du 7 au 11 décembre', { at: on('09:00-10:00', ...from('2026-12-07', '2026-12-11', 1)) }],
    [
      'lundi et jeudi pendant 3 semaines',
      { at: on(DAY, THU, '2026-11-30', '2026-12-03', '2026-12-07', '2026-12-10', '2026-12-14') },
    ],
  ],
};
