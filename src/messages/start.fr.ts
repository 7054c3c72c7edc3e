// What whoever starts Mijote reads on their screen.
import type { KeptCapacity } from '../core/ledger/model.ts';
import { count, enumerate, number, quoted } from './words.fr.ts';

const NBSP = '\u00a0';

export const startWords = {
  busy: (dataDir: string, pid: number | undefined) =>
    `Un autre Mijote${pid === undefined ? '' : ` (processus ${pid})`} se sert déjà du dossier de données ${quoted(dataDir)}. Arrêtez-le d’abord, ou donnez un autre dossier avec DATA_DIR. Rien n’a été modifié.`,
  keptCapacity: ({ resourceKey, capacity, wanted, peak }: KeptCapacity) =>
    `${quoted(resourceKey)} garde ${count(capacity, 'place', 'places')}${NBSP}: le fichier du lieu n’en donne plus que ${number(wanted)}, mais ${count(peak, 'est réservée', 'sont réservées')} à la fois dans les jours qui viennent. Annulez ou déplacez ces réservations, puis redémarrez.`,
  serving: (platforms: readonly string[], url: string | undefined) =>
    [
      platforms.length > 0 ? `Mijote répond sur ${enumerate(platforms)}.` : 'Mijote est en marche.',
      ...(url === undefined ? [] : [`Page web${NBSP}: ${url}`]),
    ].join(' '),
  howToConnect: [
    'Ni Slack ni Discord ne sont connectés. Pour le faire, mettez leurs jetons dans un fichier .env (voir README.md)\u00a0:',
    '  Slack\u00a0: SLACK_BOT_TOKEN et SLACK_APP_TOKEN',
    '  Discord\u00a0: DISCORD_TOKEN',
  ].join('\n'),
  terminal: `Vous pouvez essayer ici même. Tapez /aide, ou /reserver coworking demain${NBSP}; quitter pour finir.`,
  notStarted: 'Mijote n’a pas démarré\u00a0:',
} as const;

export const cliWords = {
  usage: 'Usage\u00a0: npm run -s mijote -- VERBE [OPTIONS]',
  verbs: 'Les verbes\u00a0:',
  more: 'Chaque verbe a son --help.',
  options: 'Options\u00a0:',
  unknownVerb: (verb: string) => `Je ne connais pas le verbe ${quoted(verb)}.`,
  noVerb: 'Donnez un verbe.',
  badInstant: (text: string) => `${quoted(text)} n’est pas un instant. Écrivez par exemple 2026-11-23T10:00+01:00.`,
  badOption: (message: string) => `Option incomprise\u00a0: ${message}`,
  badRole: (role: string, roles: readonly string[]) => `${quoted(role)} n’est pas un rôle. Il y a ${enumerate(roles)}.`,
  noCommand: 'Donnez la commande entre guillemets, par exemple "/reserver coworking demain".',
  badJsonLine: (line: number) => `Ligne ${line}\u00a0: un objet {"text","ref"} est attendu.`,
  noJob: (names: readonly string[]) => `Donnez le nom d’un travail\u00a0: ${enumerate(names, 'ou')}.`,
  unknownJob: (name: string, names: readonly string[]) =>
    `Je ne connais pas le travail ${quoted(name)}. Il y a ${enumerate(names)}.`,
  notShown: (name: string) =>
    `${quoted(name)} ne fait pas qu’annoncer\u00a0: il n’y a rien à montrer sans le faire. Relancez sans --dry-run.`,
  nothingDue: 'Rien n’est à envoyer à cet instant.',
  nobodyWaits: 'Aucun canal n’attend cette annonce à cet instant. Voici ce qu’elle dirait\u00a0:',
  nothingToSay: 'Aucun canal n’attend cette annonce à cet instant, et elle n’aurait rien à dire.',
  tooLate: 'Trop tard, ne partirait plus\u00a0: ',
  wouldSay: 'Partirait vers\u00a0: ',
  aPerson: (memberId: number) => `une personne (membre ${memberId})`,
  jobDone: (platforms: readonly string[]) => `C’est fait, sur ${enumerate(platforms)}.`,
  jobWaits:
    'C’est préparé. Ni Slack ni Discord ne sont connectés\u00a0: ce qui est dû partira au prochain démarrage, s’il n’est pas trop tard.',
  noToken: 'DISCORD_TOKEN manque\u00a0: il faut le jeton du robot pour enregistrer les commandes.',
  unreachable: (reason: string) => `L’enregistrement n’a pas abouti\u00a0: ${reason}`,
  deployed: { created: 'ajoutées', updated: 'modifiées', removed: 'retirées', unchanged: 'inchangées' },
  migrated: (names: readonly string[]) =>
    names.length === 0 ? 'La base est à jour.' : `Appliqué\u00a0: ${enumerate(names)}.`,
  about: {
    start: 'Met Mijote en marche\u00a0: Slack et Discord s’ils sont configurés, la page web, sinon le terminal.',
    say: 'Dit une commande comme une personne du terminal, et imprime la réponse. Sort avec 0 si c’est fait, 1 si c’est refusé.',
    read: 'Dit ce que signifie une phrase de réservation\u00a0: un objet JSON par phrase (les lignes de l’entrée, à défaut d’arguments).',
    job: 'Fait un travail qui se fait d’habitude à son heure, comme agenda\u00a0; avec --dry-run, montre ce qui partirait et où, sans rien écrire.',
    manifest: 'Imprime le manifeste de l’application Slack.',
    commands: 'Imprime les commandes Discord en JSON\u00a0; avec --deploy, les enregistre et dit ce qui a changé.',
    orientation:
      'Imprime les questions de /orienter et leurs réponses\u00a0; avec --explain, la table de décision\u00a0: qui est nommé, et par quelles réponses.',
    migrate: 'Met la base de données à jour.',
  },
  option: {
    at: 'l’instant présent à supposer, par exemple 2026-11-23T10:00+01:00',
    as: 'qui parle (Terminal, à défaut)',
    role: 'avec ce rôle en plus',
    dryRun: 'montre ce qui partirait, et où, sans rien écrire ni envoyer',
    jsonl: 'chaque ligne de l’entrée est {"text","ref"}\u00a0; ref est le présent à supposer',
    deploy: 'enregistre les commandes sur Discord',
    guild: 'ne les enregistre que sur ce serveur (elles y paraissent aussitôt)',
    http: 'pour une réception par HTTP à cette adresse publique, plutôt que par Socket Mode',
    explain: 'imprime la table de décision',
    help: 'cette aide',
  },
} as const;
