// What each variable of the environment is for, and what is wrong with one. Read by src/config.ts, which keeps the list.
import { enumerate } from './words.fr.ts';

export const aboutVariables = {
  DATABASE_URL: 'Adresse d’une base PostgreSQL (15 ou plus). Sans elle, Mijote tient sa propre base dans DATA_DIR.',
  DATA_DIR: 'Dossier des données\u00a0: la base embarquée, et les fichiers remis à qui écrit depuis le terminal.',
  PLACES: 'Fichiers des lieux servis\u00a0; «\u00a0*\u00a0» vaut pour tout nom, et une virgule en sépare plusieurs.',
  SLACK_BOT_TOKEN: 'Jeton du robot Slack («\u00a0xoxb-…\u00a0»). Sans lui, Slack n’est pas servi.',
  SLACK_APP_TOKEN:
    'Jeton d’application Slack («\u00a0xapp-…\u00a0»)\u00a0: connexion par Socket Mode, sans adresse publique.',
  SLACK_SIGNING_SECRET:
    'Secret de signature Slack\u00a0: réception par HTTP, sur «\u00a0POST /slack/events\u00a0». Inutile avec SLACK_APP_TOKEN.',
  SLACK_API_URL: 'Autre adresse de l’API de Slack (un relais, un serveur d’essai).',
  DISCORD_TOKEN: 'Jeton du robot Discord. Sans lui, Discord n’est pas servi.',
  DISCORD_API_URL: 'Autre adresse de l’API de Discord, telle que «\u00a0http://127.0.0.1:1234/api\u00a0».',
  PORT: 'Port de la page web et des requêtes de Slack\u00a0; 0 en prend un qui soit libre.',
  HOST: 'Adresse d’écoute\u00a0; «\u00a00.0.0.0\u00a0» ouvre à tout le réseau.',
  PUBLIC_URL: 'Adresse à laquelle le public atteint la page web, si elle en a une\u00a0; les calendriers s’y abonnent.',
  METRICS_TOKEN:
    'Jeton qui ouvre les mesures, sur «\u00a0GET /metrics\u00a0» (Prometheus). Sans lui, elles ne sont données à personne.',
  LOG_LEVEL: 'Ce que disent les journaux\u00a0: trace, debug, info, warn, error, fatal ou silent.',
} as const;

const NBSP = '\u00a0';
const such = (example: string) => `par exemple «${NBSP}${example}${NBSP}»`;

export const configWords = {
  databaseUrl: `l’adresse d’une base PostgreSQL est attendue, ${such('postgresql://mijote:secret@localhost:5432/mijote')}.`,
  webUrl: (example: string) => `une adresse qui commence par http:// ou https:// est attendue, ${such(example)}.`,
  port: 'un nombre entier de 0 à 65535 est attendu.',
  metricsToken: (chars: number) => `au moins ${chars} signes sont attendus, que personne ne puisse deviner.`,
  prefix: (prefix: string) => `un jeton qui commence par «${NBSP}${prefix}${NBSP}» est attendu.`,
  oneOf: (values: readonly string[]) => `un de ces mots est attendu${NBSP}: ${enumerate(values, 'ou')}.`,
  slackHalf:
    'SLACK_BOT_TOKEN ne suffit pas. Donnez aussi SLACK_APP_TOKEN (Socket Mode) ou SLACK_SIGNING_SECRET (HTTP).',
  slackWithoutBot: (name: string) => `${name} est donné sans SLACK_BOT_TOKEN. Donnez les deux, ou aucun.`,
  /** The variable is named; its value is not repeated: it may be a secret. */
  problem: (name: string, sentence: string) => `${name}${NBSP}: ${sentence}`,
  heading: 'La configuration ne permet pas de démarrer.',
  example: {
    title: 'La configuration de Mijote. Copiez ce fichier sous le nom «\u00a0.env\u00a0»\u00a0; tout y est facultatif.',
    generated: 'Ce fichier est écrit par «\u00a0npm run docs\u00a0», d’après src/config.ts.',
    default: (value: string) => `Par défaut\u00a0: ${value}`,
  },
  table: { variable: 'Variable', about: 'À quoi elle sert', default: 'Par défaut' },
} as const;
