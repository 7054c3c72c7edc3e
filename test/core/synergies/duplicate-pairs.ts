// What a veilleuse is about to note, beside what was noted already: the same initiative, or another one. Written by hand, as
// two people would say the same thing, before the threshold was chosen.

export interface Said {
  readonly title: string;
  readonly summary: string;
  readonly theme: string | undefined;
  readonly district: string | undefined;
}

export interface Pair {
  readonly noted: Said;
  readonly known: Said;
}

/** « title | summary | theme district »; « ? » where nobody said. */
const said = (line: string): Said => {
  const [title = '', summary = '', codes = ''] = line.split('|').map((part) => part.trim());
  const [theme, district] = codes.split(' ').map((code) => (code === '?' ? undefined : code));
  return { title, summary, theme, district };
};

const pairs = (lines: readonly (readonly [noted: string, known: string])[]): readonly Pair[] =>
  lines.map(([noted, known]) => ({ noted: said(noted), known: said(known) }));

export const same: readonly Pair[] = pairs([
  [
    'Repair café | le samedi | reemploi val-d-aran',
    'Repair café au Val d’Aran | réparer ensemble une fois par mois | reemploi val-d-aran',
  ],
  ['repair cafe val d aran | | reemploi val-d-aran', 'Repair café | | reemploi val-d-aran'],
  ['Repaire café | | reemploi val-d-aran', 'Repair café | petits appareils | reemploi val-d-aran'],
  [
    'Atelier de réparation | petits appareils | reemploi val-d-aran',
    'Repair café | réparer de petits appareils | reemploi val-d-aran',
  ],
  [
    'Jardin partagé | au pied des immeubles | nature val-d-aran',
    'Jardin partagé au pied des immeubles | des familles | nature val-d-aran',
  ],
  [
    'Potager partagé | des immeubles | nature val-d-aran',
    'Jardin partagé au pied des immeubles | un potager | nature val-d-aran',
  ],
  ['Jardins partagés | | nature ?', 'Jardin partagé | | nature val-d-aran'],
  [
    'Épicerie solidaire étudiante | | alimentation centre',
    'Épicerie solidaire | portée par des étudiants | alimentation centre',
  ],
  [
    'Epicerie sociale | pour les étudiants | alimentation centre',
    'Épicerie solidaire | des étudiants | alimentation centre',
  ],
  [
    'Garage solidaire | réparer sa voiture | mobilite gare',
    'Garage associatif | réparer soi-même sa voiture | mobilite gare',
  ],
  [
    'Garde d’enfants tôt le matin | des parents se relaient | jeunesse nord',
    'Garde d’enfants en horaires décalés | des parents | jeunesse nord',
  ],
  ['Café langues | espagnol et arabe | langues val-d-aran', 'Café des langues | | langues val-d-aran'],
  ['Café des langues | parler anglais | langues ?', 'Café des langues | | langues val-d-aran'],
  ['Ressourcerie | meubles | reemploi gare', 'Recyclerie | collecter des meubles | reemploi gare'],
  ['Composteurs collectifs | de la résidence | nature val-d-aran', 'Composteurs de la résidence | | nature val-d-aran'],
  ['Compost de la résidence | | nature val-d-aran', 'Composteurs de la résidence | bacs à compost | nature val-d-aran'],
  ['Aide aux devoirs | le mercredi | jeunesse val-d-aran', 'Aide aux devoirs du mercredi | | jeunesse val-d-aran'],
  ['Boîte à livres | dans le square | culture centre', 'Boîtes à livres | trois squares | culture centre'],
  ['Toits solaires | avec les habitants | habitat sud', 'Toits solaires citoyens | l’école | habitat sud'],
  [
    'Panneaux solaires citoyens | sur le toit de l’école | habitat sud',
    'Toits solaires citoyens | équiper le toit de l’école | habitat sud',
  ],
  ['Troupe de théâtre | | culture sud', 'Troupe de théâtre amateur | dix personnes | culture sud'],
  ['Foot feminin | des filles | sport sud', 'Foot féminin | une équipe de filles | sport sud'],
  ['Système d’échanges locaux | | entraide ?', 'Système d’échange local | échanger des services | entraide ?'],
  [
    'Habitat partagé de seniors | quatre retraitées | habitat nord',
    'Colocation de seniors | quatre retraitées sous le même toit | habitat nord',
  ],
  ['Poulailler | des œufs | nature nord', 'Poulailler collectif | des œufs | nature nord'],
  ['Balade de seniors | | bien-vieillir nord', 'Balades de seniors | le mardi | bien-vieillir nord'],
]);

export const others: readonly Pair[] = pairs([
  ['Repair café | | reemploi gare', 'Repair café | | reemploi val-d-aran'],
  ['Café des langues | | langues val-d-aran', 'Repair café | | reemploi val-d-aran'],
  ['Jardin partagé | | nature nord', 'Jardin partagé | | nature val-d-aran'],
  ['Jardin d’enfants | garde | jeunesse val-d-aran', 'Jardin partagé | | nature val-d-aran'],
  ['Garage rock | répéter | culture gare', 'Garage associatif | réparer sa voiture | mobilite gare'],
  ['Atelier couture | retoucher | reemploi val-d-aran', 'Repair café | réparer | reemploi val-d-aran'],
  ['Atelier vélo | réparer | mobilite val-d-aran', 'Atelier couture | | reemploi val-d-aran'],
  ['Composteurs de la résidence | | nature val-d-aran', 'Jardin partagé | au pied de la résidence | nature val-d-aran'],
  ['Ruches de quartier | | nature val-d-aran', 'Poulailler collectif | | nature val-d-aran'],
  ['Épicerie solidaire | | alimentation centre', 'AMAP du centre | paniers | alimentation centre'],
  ['Cours de français | pour adultes | langues centre', 'Café des langues | | langues centre'],
  ['Cours de yoga | | sport sud', 'Cours de français | | langues sud'],
  ['Gym douce | des retraitées | sport sud', 'Foot féminin | | sport sud'],
  ['Troupe de théâtre | | culture sud', 'Chorale des voisins | | culture sud'],
  ['Ciné-débat | | culture sud', 'Troupe de théâtre amateur | | culture sud'],
  ['Ordinateurs reconditionnés | | numerique nord', 'Coup de main numérique | | numerique nord'],
  ['Garde d’enfants | | jeunesse nord', 'Aide aux devoirs | | jeunesse nord'],
  ['Ludothèque | jeux à emprunter | convivialite nord', 'Bourse aux jouets | | reemploi nord'],
  ['Bourse aux vélos | | mobilite centre', 'Bourse aux jouets | | reemploi centre'],
  ['Autopartage | entre voisins | mobilite gare', 'Pédibus de l’école | | mobilite gare'],
  ['Toits solaires de la mairie | | habitat nord', 'Toits solaires citoyens | l’école | habitat sud'],
  ['Repas de quartier | | alimentation val-d-aran', 'Grand couscous des voisins | | convivialite gare'],
  [
    'Soupe du vendredi | légumes donnés | alimentation val-d-aran',
    'Grand couscous | repas de rue | alimentation val-d-aran',
  ],
  ['Club tricot | | culture gare', 'Garage rock | | culture gare'],
  ['Friperie solidaire | | reemploi sud', 'Épicerie solidaire | | alimentation sud'],
  ['Boîtes à livres | | culture centre', 'Mémoire des quartiers | récits | culture centre'],
  ['Association des jeunes du lac | | jeunesse sud', 'Association des parents du lac | | jeunesse sud'],
  ['Crèche parentale | | jeunesse nord', 'Garde d’enfants en horaires décalés | | jeunesse nord'],
]);

/** Looked at once, after the threshold was chosen. */
export const sameLater: readonly Pair[] = pairs([
  ['Bourse aux jouets | avant Noël | reemploi nord', 'Bourse de jouets | donner des jouets | reemploi nord'],
  ['Chorale | chanter entre voisins | culture nord', 'Chorale des voisins | le lundi soir | culture nord'],
  ['Ruches | | nature gare', 'Ruches de quartier | un peu de miel | nature gare'],
  ['Frigo partagé | devant la gare | alimentation gare', 'Frigo solidaire | en libre-service | alimentation gare'],
  ['Club échecs | le dimanche | convivialite nord', 'Club d’échecs | jouer le dimanche | convivialite nord'],
  ['Vélo école | pour adultes | mobilite ?', 'Vélo-école | apprendre à l’âge adulte | mobilite val-d-aran'],
  ['Cine debat | | culture sud', 'Ciné-débat | un film par trimestre | culture sud'],
  ['Peinture du tunnel | une fresque | culture gare', 'Fresque du tunnel | peindre le tunnel | culture gare'],
]);

export const othersLater: readonly Pair[] = pairs([
  ['Club d’échecs | | convivialite nord', 'Club tricot | | convivialite nord'],
  ['Fanfare de quartier | | culture gare', 'Fresque du tunnel | | culture gare'],
  ['Frigo solidaire | | alimentation gare', 'Friperie solidaire | | reemploi gare'],
  ['Vélo-école | | mobilite val-d-aran', 'Atelier vélo | | mobilite val-d-aran'],
  ['Veillée en occitan | | langues val-d-aran', 'Café des langues | | langues val-d-aran'],
  ['Camionnette partagée | | entraide sud', 'Coup de main déménagement | des bras et une camionnette | entraide sud'],
  ['Ruches de quartier | | nature gare', 'Ruches de quartier | | nature sud'],
  ['Cantine des aînés | | alimentation nord', 'Cantine étudiante | | alimentation centre'],
]);
