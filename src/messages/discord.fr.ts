// What is said only because the platform is Discord.
import { p, type Reply, say } from '../reply/tree.ts';

const NBSP = '\u00a0';

/** In the channel where the bot was named, to someone whose private messages are closed. */
export const privateRefused: Reply = say(
  'refusal',
  p(
    `J’ai traité votre demande, mais vos messages privés sont fermés${NBSP}: ma réponse ne vous est pas parvenue. `,
    `Autorisez les messages privés de ce serveur, ou tapez vos commandes avec «${NBSP}/${NBSP}»${NBSP}: vous seul·e verrez la réponse.`,
  ),
);

export const discordProblems = {
  badToken: `Discord refuse le jeton DISCORD_TOKEN. Copiez-en un nouveau depuis la page «${NBSP}Bot${NBSP}» du portail des développeurs.`,
  badIntents: `Discord refuse les droits demandés par le robot. Vérifiez la page «${NBSP}Bot${NBSP}» du portail des développeurs.`,
  unreachable:
    'Discord ne répond pas. Vérifiez la connexion au réseau, et DISCORD_API_URL si cette variable est donnée.',
} as const;
