// Who may use each command, said apart from the declarations; a line of it that reaches the role check; and whose is the
// number that it carries.
import type { Role } from '../../src/place/model.ts';

export type Who = 'everyone' | 'partners' | 'veilleuses' | 'staff';

export const mayUse: Readonly<Record<Who, readonly Role[]>> = {
  everyone: ['membre', 'veilleuse', 'partenaire', 'comite', 'animation', 'admin'],
  partners: ['partenaire', 'animation', 'admin'],
  veilleuses: ['veilleuse', 'admin'],
  staff: ['animation', 'admin'],
};

/**
 * `booking`, `wait`: its person's, and not to be found by others. `event`: public, changed by whoever holds it. `session`: a
 * partner's, for whoever speaks for it. `appointment`: someone's, by the number of its session; `slot wait`: their wish for
 * an earlier one. `plan`: of whoever was shown it. `project`: a sheet that its owner shows to nobody.
 * `link`: of those who answer for its two ends. `staff`: whatever the staff points at; the rest of its place has no use for the number.
 */
export type Numbered =
  | 'booking'
  | 'wait'
  | 'appointment'
  | 'slot wait'
  | 'public event'
  | 'event'
  | 'session'
  | 'plan'
  | 'project'
  | 'link'
  | 'staff';

export interface Right {
  readonly who: Who;
  /** By the names of its options; a number that is nobody's where it carries one. */
  readonly options: Readonly<Record<string, string>>;
  /** The option that carries a number, and of what. */
  readonly number?: readonly [option: string, of: Numbered];
}

export const NOBODYS = '999999';

const everyone = (options: Right['options'] = {}): Right => ({ who: 'everyone', options });
const partners = (options: Right['options'] = {}): Right => ({ who: 'partners', options });
const veilleuses = (options: Right['options'] = {}): Right => ({ who: 'veilleuses', options });
const staff = (options: Right['options'] = {}): Right => ({ who: 'staff', options });

/** The number first, as it is typed. */
const numbered = (right: Right, option: string, of: Numbered): Right => ({
  ...right,
  options: { [option]: NOBODYS, ...right.options },
  number: [option, of],
});

const because = { motif: 'travaux de peinture' };

/** By path, in the order of commands/index.ts. */
export const rights: Readonly<Record<string, Right>> = {
  reserver: everyone({ espace: 'coworking', quand: 'demain' }),
  dispo: everyone({ espace: 'coworking', quand: 'demain', vue: 'mots' }),
  'reservations voir': numbered(everyone(), 'reservation', 'booking'),
  'reservations modifier': numbered(everyone({ personnes: 'pour 2' }), 'reservation', 'booking'),
  'reservations deplacer': numbered(everyone({ vers: 'jeudi 14h-16h' }), 'reservation', 'booking'),
  'reservations retablir': numbered(everyone(), 'reservation', 'booking'),
  'reservations confirmer': numbered(everyone(), 'reservation', 'booking'),
  'reservations calendrier': numbered(everyone(), 'reservation', 'booking'),
  'reservations serie': everyone({ espace: 'coworking', quand: 'demain' }),
  'reservations decaler': numbered(everyone({ vers: 'jeudi' }), 'reservation', 'booking'),
  annuler: numbered(everyone(), 'reservation', 'booking'),
  agenda: everyone(),
  'evenement voir': numbered(everyone(), 'evenement', 'public event'),
  'evenement inscrire': numbered(everyone(), 'evenement', 'public event'),
  'evenement desinscrire': numbered(everyone(), 'evenement', 'public event'),
  // Who comes is for whoever holds it: an event is public, its names are not.
  'evenement inscrits': numbered(everyone(), 'evenement', 'event'),
  'evenement calendrier': numbered(everyone(), 'evenement', 'public event'),
  'evenement creer': partners({ titre: 'Café', quand: 'demain 10h-12h' }),
  'evenement modifier': numbered(partners({ quand: 'jeudi 14h-16h' }), 'evenement', 'event'),
  'evenement completer': numbered(partners({ type: 'atelier' }), 'evenement', 'event'),
  'evenement objectif': numbered(partners({ objectif: 'cohesion' }), 'evenement', 'event'),
  'evenement annuler': numbered(partners(), 'evenement', 'event'),
  'evenement confirmer': numbered(partners(), 'numero', 'plan'),
  'orienter commencer': everyone(),
  'orienter question': everyone({ question: 'besoin' }),
  'orienter repondre': everyone({ reponse: 'besoin financement' }),
  'orienter retirer': everyone({ reponse: 'besoin financement' }),
  'orienter passer': everyone({ question: 'besoin' }),
  'orienter accord': everyone(),
  'orienter resultat': everyone(),
  'orienter recommencer': everyone(),
  'orienter parler': everyone(),
  'orienter rappeler': everyone(),
  'orienter renoncer': everyone(),
  'initiative noter': veilleuses({ phrase: 'Un orchestre de ukulélés' }),
  'initiative garder': veilleuses({ phrase: 'Un orchestre de ukulélés' }),
  'initiative rattacher': numbered(veilleuses({ phrase: 'Un orchestre de ukulélés' }), 'initiative', 'staff'),
  'initiative voir': numbered(everyone(), 'initiative', 'public event'),
  'initiative repondre': numbered(veilleuses({ reponse: 'theme nature' }), 'initiative', 'staff'),
  'initiative modifier': numbered(veilleuses(), 'initiative', 'staff'),
  'initiative etat': numbered(veilleuses({ etat: 'en sommeil' }), 'initiative', 'staff'),
  'initiative note': numbered(veilleuses({ note: 'elles visitent un local' }), 'initiative', 'staff'),
  'initiative nouvelles': numbered(veilleuses(), 'initiative', 'staff'),
  'initiative confier': numbered(veilleuses({ personne: 'Zorglub' }), 'initiative', 'staff'),
  'initiative fusionner': numbered(veilleuses({ avec: 'I-999998' }), 'initiative', 'staff'),
  'initiative connaitre': numbered(everyone(), 'initiative', 'public event'),
  'initiative suivre': numbered(everyone(), 'initiative', 'public event'),
  'initiative publier': numbered(veilleuses(), 'initiative', 'staff'),
  'initiative liste': veilleuses(),
  'initiative chercher': veilleuses({ mots: 'potager' }),
  'projet voir': everyone(),
  'projet creer': everyone({ phrase: 'Garage solidaire, cherche un local' }),
  'projet modifier': numbered(everyone(), 'projet', 'project'),
  'projet repondre': numbered(everyone({ reponse: 'theme nature' }), 'projet', 'project'),
  'projet annuaire': everyone(),
  'projet chercher': everyone({ mots: 'garage' }),
  'projet visibilite': numbered(everyone({ pour: 'moi' }), 'projet', 'project'),
  'projet archiver': numbered(everyone(), 'projet', 'project'),
  'projet retablir': numbered(everyone(), 'projet', 'project'),
  'projet depuis': numbered(veilleuses(), 'initiative', 'staff'),
  'relier voir': everyone({ fiche: 'P-999' }),
  'relier proposer': everyone({ fiche: 'I-999', avec: 'P-999' }),
  'relier repondre': numbered(everyone(), 'lien', 'link'),
  'relier oui': numbered(everyone(), 'lien', 'link'),
  'relier non': numbered(everyone(), 'lien', 'link'),
  'relier retirer': numbered(everyone(), 'lien', 'link'),
  'relier suite': numbered(everyone({ issue: 'en cours' }), 'lien', 'link'),
  'permanence voir': everyone(),
  'permanence reserver': numbered(everyone({ heure: '9h45' }), 'seance', 'public event'),
  'permanence deplacer': numbered(everyone({ heure: '9h45' }), 'seance', 'public event'),
  'permanence annuler': numbered(everyone(), 'seance', 'appointment'),
  'permanence rendezvous': numbered(everyone(), 'seance', 'appointment'),
  'permanence calendrier': numbered(everyone(), 'seance', 'appointment'),
  'permanence attendre': everyone({ partenaire: 'bge' }),
  'permanence prendre': numbered(everyone(), 'numero', 'slot wait'),
  'permanence passer': numbered(everyone(), 'numero', 'slot wait'),
  'permanence quitter': numbered(everyone(), 'numero', 'slot wait'),
  'permanence ouvrir': partners({ quand: 'jeudi 9h-12h', partenaire: 'bge', espace: 'convivialite' }),
  'permanence absence': partners({ quand: 'jeudi', partenaire: 'bge' }),
  'permanence liste': numbered(partners(), 'seance', 'session'),
  'permanence presence': numbered(partners({ etat: 'venu', personne: 'lea' }), 'seance', 'session'),
  'accompagnement voir': everyone({ qui: 'moi' }),
  'accompagnement demander': everyone(),
  'accompagnement accepter': numbered(everyone(), 'proposition', 'staff'),
  'accompagnement reprendre': numbered(everyone(), 'demande', 'staff'),
  'accompagnement ecrire': numbered(everyone({ message: 'bonjour' }), 'demande', 'staff'),
  'accompagnement arreter': numbered(everyone(), 'demande', 'staff'),
  'accompagnement avis': numbered(everyone({ reponse: 'oui' }), 'demande', 'staff'),
  'accompagnement recus': numbered(partners(), 'demande', 'staff'),
  'accompagnement prendre': numbered(partners(), 'demande', 'staff'),
  'accompagnement decliner': numbered(partners(because), 'demande', 'staff'),
  'accompagnement injoignable': numbered(partners(), 'demande', 'staff'),
  'accompagnement aide': numbered(partners(), 'demande', 'staff'),
  'accompagnement panier': numbered(staff(), 'demande', 'staff'),
  'accompagnement file': staff(),
  'accompagnement dossier': numbered(staff(), 'dossier', 'staff'),
  'accompagnement etat': numbered(staff({ etat: 'contacté' }), 'dossier', 'staff'),
  'accompagnement note': numbered(staff({ note: 'vue mardi' }), 'dossier', 'staff'),
  'accompagnement garder': numbered(staff({ version: 'tel' }), 'note', 'staff'),
  'accompagnement etape': numbered(staff({ etape: 'rappeler jeudi' }), 'dossier', 'staff'),
  'accompagnement fait': numbered(staff(), 'dossier', 'staff'),
  'accompagnement suivre': numbered(staff(), 'dossier', 'staff'),
  'accompagnement confier': numbered(staff({ a: 'ana' }), 'dossier', 'staff'),
  'accompagnement clore': numbered(staff({ raison: 'aboutie' }), 'dossier', 'staff'),
  'liste voir': everyone(),
  'liste attendre': everyone({ espace: 'coworking', quand: 'demain' }),
  'liste deplacer': numbered(everyone({ espace: 'coworking', quand: 'jeudi matin' }), 'reservation', 'booking'),
  'liste prendre': numbered(everyone(), 'numero', 'wait'),
  'liste passer': numbered(everyone(), 'numero', 'wait'),
  'liste quitter': numbered(everyone(), 'numero', 'wait'),
  'compte voir': everyone(),
  'compte rappels': everyone(),
  'compte nom': everyone(),
  lieu: everyone(),
  'ess voir': everyone(),
  'ess verifier': everyone(),
  'ess themes': everyone(),
  'annonce suivre': staff({ annonce: 'agenda' }),
  'annonce arreter': staff({ annonce: 'agenda' }),
  'annonce liste': staff(),
  'annonce apercu': staff(),
  'annonce veilleuses': veilleuses(),
  'equipe demandes': numbered(staff(), 'reservation', 'staff'),
  'equipe accepter': numbered(staff(), 'reservation', 'staff'),
  'equipe refuser': numbered(staff(because), 'reservation', 'staff'),
  'equipe jour': staff(),
  'equipe reservation': numbered(staff(), 'reservation', 'staff'),
  'equipe deplacer': numbered(staff({ vers: 'jeudi 14h-16h', ...because }), 'reservation', 'staff'),
  'equipe annuler': numbered(staff(because), 'reservation', 'staff'),
  'equipe affiche': staff(),
  'equipe journal': staff(),
  'equipe fermer': staff({ quand: 'le 24 décembre', ...because }),
  'equipe ouvrir': staff({ quand: 'samedi 9h-12h', ...because }),
  'equipe panne': staff({ quand: 'jusqu’à vendredi', materiel: '1 ordinateur', ...because }),
  'equipe fermetures': staff(),
  'equipe role': staff(),
  'equipe retirer': staff({ role: 'veilleuse', personne: 'Zorglub' }),
  'equipe partenaire': staff(),
  'equipe structure': staff(),
  'equipe confirmer': numbered(staff(), 'numero', 'staff'),
  'equipe rouvrir': numbered(staff(), 'numero', 'staff'),
  'equipe refermer': numbered(staff(), 'numero', 'staff'),
  'equipe reparer': numbered(staff(), 'numero', 'staff'),
  aide: everyone(),
};
